import type { z } from "zod";
import type { StoredHours } from "../availability/off-hours";
import { offerFreed } from "../bookings/offer-freed";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { lockMember, ownMemberId } from "./read";
import { getMemberSchedule } from "./read-schedule";
import type { MemberSchedule, ReplaceMemberSchedule, ReplaceOwnSchedule } from "./schema";

/**
 * Puts these hours and days off in place of a member's. From the next question on, no event type offers a time with them
 * that is not within both its own hours and theirs. Bookings made stay as they are; what is offered more than before is held
 * for who waits for it.
 * @throws not_found
 */
export async function replaceMemberSchedule(
  scope: Scope,
  input: z.output<typeof ReplaceMemberSchedule>,
): Promise<MemberSchedule> {
  const { id } = input;
  const replace = async (tx: Db) => {
    const member = await lockMember(scope, id, tx);
    const before = await getMemberSchedule(scope, id, tx);
    await tx.member.update({ where: { id }, data: { hours: stored(input) } });
    const after = await getMemberSchedule(scope, id, tx);
    const isOwn = scope.actor.type === "user" && scope.actor.id === member.userId;
    await recordEvent(tx, scope, {
      action: "member.schedule_updated",
      resourceType: "member",
      resourceId: id,
      summary: `Changed ${isOwn ? "their own" : `${member.user.name}'s`} hours`,
      changes: changedFields(before, after),
    });
    return after;
  };
  const change = { scope, eventTypeIds: [], hostedBy: id };
  return await transaction((tx) => offerFreed(tx, change, () => replace(tx)));
}

/**
 * The same for the caller's own.
 * @throws forbidden for who is no member in person
 */
export async function replaceOwnSchedule(
  scope: Scope,
  input: z.output<typeof ReplaceOwnSchedule>,
): Promise<MemberSchedule> {
  const id = await ownMemberId(scope);
  if (id === null) {
    throw new AppError("forbidden", "Only a signed-in person has hours of their own.");
  }
  return await replaceMemberSchedule(scope, { ...input, id });
}

/** Windows in order, so that the same hours are the same text. */
function stored({ timezone, rules, overrides = [] }: z.output<typeof ReplaceOwnSchedule>) {
  return {
    timeZone: timezone,
    weekly:
      rules
        ?.map((rule): [number, number, number] => [
          rule.day_of_week,
          rule.start_time,
          rule.end_time,
        ])
        .toSorted(([day, start], [otherDay, otherStart]) => day - otherDay || start - otherStart) ??
      null,
    overrides: overrides
      .map(({ date, windows }) => ({
        date,
        windows: windows
          .map((window): [number, number] => [window.start_time, window.end_time])
          .toSorted(([start], [other]) => start - other),
      }))
      .toSorted((a, b) => a.date.localeCompare(b.date)),
  } satisfies StoredHours;
}
