import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scope } from "../scope";
import { addHosts, newEventType, newMember, newOrganization } from "../testing/factories";
import { audit } from "../testing/model/audit";
import { commands } from "../testing/model/arbitraries";
import type { Real } from "../testing/model/command";
import { dates, durations, minuteOf, type Model, reachDays } from "../testing/model/model";
import { changeRules, changeSettings } from "../testing/model/type-commands";

/** Three days before the first of those that can be booked. */
const now = new Date(Date.UTC(2027, 4, 27));

const settingsAtFirst = {
  duration: 10,
  before: 0,
  after: 0,
  interval: null,
  cap: null,
  strategy: "round_robin",
  line: { open: true, size: null },
} as const;

async function begin(): Promise<{ model: Model; real: Real }> {
  const organization = await newOrganization();
  const { memberId: owner, test: key } = organization;
  const others = [await newMember(organization), await newMember(organization)];
  const scope: Scope = { ...organization.scope, isTest: true, nowMs: now.getTime() };
  const model: Model = {
    owner,
    members: [owner, ...others],
    types: [],
    sessions: [],
    bookings: [],
    entries: [],
    now: minuteOf(now),
    transactions: 0,
    commands: 0,
  };
  const both = [owner, ...others.slice(0, 1)];
  const windows = dates.map((_, day) => ({ day, from: 540, to: 660 }));
  for (const { max, team } of [
    { max: 1, team: [] },
    { max: 3, team: [] },
    { max: 1, team: both },
    { max: 3, team: both },
  ]) {
    const fields = {
      duration_minutes: 10,
      max_attendees: max,
      duration_options: durations,
      booking_window_days: reachDays,
    };
    const { id } = await newEventType(key, fields, { rules: [] });
    await addHosts(id, team);
    const hosts = new Map(team.map((member, priority) => [member, priority]));
    const type = model.types.push({ id, max, team: hosts, windows, ...settingsAtFirst }) - 1;
    await changeRules({ type, windows, override: null }, model, scope);
    await changeSettings({ type, settings: settingsAtFirst }, model, scope);
  }
  return { model, real: { scope } };
}

/** Four worlds at a time, for a command spends most of its time waiting: 4,000 commands take 40 s, not twice that. */
const seeds = [20_261_124, 20_261_125, 20_261_126, 20_261_127];
const commandsEach = 4000 / seeds.length;

describe.concurrent("bookings against a model of them", { timeout: 400_000 }, () => {
  it.each(seeds)(
    "are booked, refused, listed and stored as interval arithmetic says (seed %i)",
    async (seed) => {
      let done = 0;
      const property = fc.asyncProperty(commands, async (its) => {
        const { model, real } = await begin();
        await fc.asyncModelRun(() => ({ model, real }), its);
        await audit(model, real.scope);
        done += model.commands;
      });
      // Time for a failure to shrink: without one, it is over long before.
      const limit = { interruptAfterTimeLimit: 300_000, markInterruptAsFailure: true };
      await fc.assert(property, { seed, numRuns: 8, ...limit });
      expect(done).toBeGreaterThanOrEqual(commandsEach);
    },
  );
});
