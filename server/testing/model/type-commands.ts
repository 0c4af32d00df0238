import { expect } from "vitest";
import type { Scope } from "../../scope";
import { replaceAvailability } from "../../availability/replace";
import { updateEventType } from "../../event-types/update";
import { addHost } from "../../hosts/add";
import { removeHost } from "../../hosts/remove";
import { updateHost } from "../../hosts/update";
import { pick, typeOf, unlessRefused } from "./command";
import { widen } from "./line";
import { dates, durations, type Model, type Settings, type Window } from "./model";

type Change = { type: number; settings: Settings };

export async function changeSettings(its: Change, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  const { cap, line } = its.settings;
  await widen(model, scope, type, async () => {
    await updateEventType(scope, {
      id: type.id,
      duration_minutes: its.settings.duration,
      duration_options: durations,
      buffer_before_minutes: its.settings.before,
      buffer_after_minutes: its.settings.after,
      slot_interval_minutes: its.settings.interval,
      booking_cap: cap?.limit ?? null,
      booking_cap_period: cap?.period ?? null,
      assignment_strategy: its.settings.strategy,
      waitlist_enabled: line.open,
      waitlist_max_size: line.size,
    });
    Object.assign(type, its.settings);
  });
}

type Capacity = { type: number; max: number };

/** Sessions that have begun take as many as their type does now. A type for one stays one. */
export async function changeCapacity(its: Capacity, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  if (type.max === 1) return;
  await widen(model, scope, type, async () => {
    await updateEventType(scope, { id: type.id, max_attendees: its.max });
    type.max = its.max;
  });
}

type Rules = { type: number; windows: Window[]; override: Window | null };

/** The windows of the three days as weekly ones; an override has one of them instead of what its weekday has. */
export async function changeRules(its: Rules, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  const { override } = its;
  const seconds = ({ from, to }: Window) => ({ start_time: from * 60, end_time: to * 60 });
  await widen(model, scope, type, async () => {
    await replaceAvailability(scope, {
      id: type.id,
      timezone: "UTC",
      rules: its.windows.map((window) => ({ day_of_week: window.day, ...seconds(window) })),
      overrides:
        override === null
          ? []
          : [{ date: dates[override.day] ?? "", windows: [seconds(override)] }],
    });
    const weekly = its.windows.filter(({ day }) => day !== override?.day);
    type.windows = override === null ? weekly : [...weekly, override];
  });
}

type OfTeam = { type: number; member: number; priority: number };

/** Whoever is a host already gets another priority. */
export async function setHost(its: OfTeam, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  const member = pick(model.members, its.member) ?? model.owner;
  const { priority } = its;
  const input = { id: type.id, member_id: member, priority };
  await widen(model, scope, type, async () => {
    const answer = await unlessRefused(addHost(scope, input));
    expect(answer === null).toBe(type.team.has(member));
    if (answer === null) await updateHost(scope, { id: type.id, host_id: member, priority });
    type.team.set(member, priority);
  });
}

export async function dropHost(
  its: Omit<OfTeam, "priority">,
  model: Model,
  scope: Scope,
): Promise<void> {
  const type = typeOf(model, its.type);
  const member = pick([...type.team.keys()], its.member);
  if (member === undefined) return;
  await widen(model, scope, type, async () => {
    await removeHost(scope, { id: type.id, host_id: member });
    type.team.delete(member);
  });
}
