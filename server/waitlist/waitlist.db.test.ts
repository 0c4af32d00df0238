import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { tellEvent } from "../emails/tell-event";
import { brokenLaws } from "../testing/booking-laws";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  partyOf,
  type TestOrganization,
} from "../testing/factories";
import { times } from "../testing/race";
import { newReceiver } from "../testing/receiver";
import { call, ok, refused } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { newWebhook } from "../testing/webhooks";
import { enqueueDeliveries } from "../webhooks/enqueue";
import { expireDueHolds } from "./expire-due";

let organization: TestOrganization;
let key: string;
beforeEach(async () => {
  organization = await newOrganization();
  key = organization.live;
});

const newType = async (fields: Record<string, unknown> = {}) =>
  await newEventType(key, { waitlist_enabled: true, ...fields });
const book = async (typeId: string, startTime = ahead(3)) =>
  await ok("bookings.create", { key, body: bookingOf(typeId, startTime) });
const join = async (typeId: string, more: Record<string, unknown> = {}) =>
  await ok("waitlist.join", { body: waitlistBody(typeId, more) });
const entry = async (id: string) => await ok("waitlist.get", { key, id });
const mine = () => ({ organizationId: organization.organizationId });
const cancel = async (id: string) => await ok("bookings.cancel", { key, id, body: {} });
const byToken = ({ id, cancel_token: token }: { id: string; cancel_token: string | null }) => ({
  id,
  query: { token: token ?? "" },
  body: {},
});

test("who waits has a place in the line, and moves up", async () => {
  const type = await newType();
  const [first, second] = [await join(type.id), await join(type.id)];
  expect([first.position, second.position]).toEqual([1, 2]);
  await ok("waitlist.cancel", byToken(first));
  expect((await entry(second.id)).position).toBe(1);
  expect((await entry(first.id)).status).toBe("cancelled");
});

test("availability says whether one can wait, and in which place", async () => {
  const type = await newType({ waitlist_max_size: 1 });
  const day = ahead(3).slice(0, "YYYY-MM-DD".length);
  const query = { event_type_id: type.id, start: day, end: day };
  const before = await ok("availability.list", { query });
  expect([before.waitlist_available, before.waitlist_position]).toEqual([true, 1]);
  await join(type.id);
  const after = await ok("availability.list", { query });
  expect([after.waitlist_available, after.waitlist_position]).toEqual([false, null]);
});

test("a line takes so many and no more, however many come at once, and nobody twice", async () => {
  const type = await newType({ waitlist_max_size: 3 });
  const answers = await Promise.all(
    times(12, async () => await call("waitlist.join", { body: waitlistBody(type.id) })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  const wide = await newType();
  const body = waitlistBody(wide.id, { invitee_email: "Wanda@example.com" });
  await ok("waitlist.join", { body });
  const again = { ...body, invitee_email: "wanda@EXAMPLE.com" };
  expect(await refused("waitlist.join", { body: again })).toMatchObject({ status: 409 });
});

test.each([
  ["where it is not enabled", {}, { waitlist_enabled: false }],
  ["for a duration that is not offered", { duration_minutes: 45 }, {}],
  ["for a start that is past", { start_time: ahead(-1) }, {}],
])("nobody waits %s", async (_, more, fields) => {
  const type = await newType(fields);
  expect(await refused("waitlist.join", { body: waitlistBody(type.id, more) })).toMatchObject({
    status: 400,
    code: "bad_request",
  });
});

describe("a place that is freed", () => {
  test("is held for the head of the line, who claims it as a booking", async () => {
    const type = await newType();
    const booking = await book(type.id);
    const waiting = await join(type.id);
    await cancel(booking.id);
    const promoted = await entry(waiting.id);
    expect(promoted).toMatchObject({ status: "promoted", start_time: ahead(3), position: null });
    const body = bookingOf(type.id, ahead(3));
    expect((await call("bookings.create", { body })).status).toBe(409);

    const claimed = await ok("waitlist.claim", byToken(waiting));
    expect(claimed).toMatchObject({
      status: "confirmed",
      start_time: ahead(3),
      invitee_name: waiting.invitee_name,
    });
    expect((await entry(waiting.id)).booking_id).toBe(claimed.id);
    expect(await refused("waitlist.claim", byToken(waiting))).toMatchObject({ status: 409 });
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });

  test("by a move is held, too", async () => {
    const type = await newType();
    const booking = await book(type.id);
    const waiting = await join(type.id, { start_time: ahead(3) });
    await ok("bookings.reschedule", { key, id: booking.id, body: { new_start_time: ahead(4) } });
    expect((await entry(waiting.id)).status).toBe("promoted");
  });

  test("goes to the first whose wish it fits", async () => {
    const type = await newType();
    const booking = await book(type.id);
    const other = await join(type.id, { start_time: ahead(9) });
    const fits = await join(type.id, { start_time: ahead(3) });
    const any = await join(type.id);
    await cancel(booking.id);
    const statuses = [];
    for (const { id } of [other, fits, any]) statuses.push((await entry(id)).status);
    expect(statuses).toEqual(["waiting", "promoted", "waiting"]);
  });

  test("of a group goes to as many as there are seats", async () => {
    const type = await newType({ max_attendees: 3 });
    const party = await ok("bookings.create", { key, body: partyOf(type.id, ahead(3), 3) });
    const line = [
      await join(type.id),
      await join(type.id),
      await join(type.id),
      await join(type.id),
    ];
    await cancel(party.id);
    const statuses = [];
    for (const { id } of line) statuses.push((await entry(id)).status);
    expect(statuses).toEqual(["promoted", "promoted", "promoted", "waiting"]);
    for (const each of line.slice(0, 3)) await ok("waitlist.claim", byToken(each));
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });

  test("is had by one, whether who waited or who books at that moment", async () => {
    for (const _ of times(6, (index) => index)) {
      const type = await newType();
      const booking = await book(type.id);
      const waiting = await join(type.id);
      const body = bookingOf(type.id, ahead(3));
      const [, ...direct] = await Promise.all([
        cancel(booking.id),
        ...times(5, async () => await call("bookings.create", { body })),
      ]);
      const wins = direct.filter(({ status }) => status === 201).length;
      const promoted = (await entry(waiting.id)).status === "promoted" ? 1 : 0;
      expect(wins + promoted).toBe(1);
      expect(await brokenLaws(organization.organizationId)).toEqual([]);
      await prisma.allocation.updateMany({
        where: { eventTypeId: type.id },
        data: { live: false },
      });
    }
  });

  test("counts towards the cap while it is held", async () => {
    const type = await newType({ booking_cap: 1, booking_cap_period: "total" });
    const booking = await book(type.id);
    const waiting = await join(type.id);
    await cancel(booking.id);
    expect((await entry(waiting.id)).status).toBe("promoted");
    const body = bookingOf(type.id, ahead(5));
    expect((await call("bookings.create", { body })).status).toBe(409);
  });
});

describe("a place that is held", () => {
  async function held(fields: Record<string, unknown> = {}) {
    const type = await newType();
    const booking = await book(type.id);
    if (Object.keys(fields).length > 0)
      await ok("eventTypes.update", { key, id: type.id, body: fields });
    const [first, second] = [await join(type.id), await join(type.id)];
    await cancel(booking.id);
    return { type, first, second };
  }

  test("goes to the next when it is not claimed in time", async () => {
    const { first, second } = await held();
    expect(await expireDueHolds(Date.now())).toBe(0);
    await expireDueHolds(Date.now() + 24 * 3_600_000 + 1_000);
    expect((await entry(first.id)).status).toBe("expired");
    expect((await entry(second.id)).status).toBe("promoted");
    expect(await refused("waitlist.claim", byToken(first))).toMatchObject({ status: 409 });
  });

  test("goes to the next when it is given up, and is free without one", async () => {
    const { type, first, second } = await held();
    await ok("waitlist.cancel", byToken(first));
    expect((await entry(second.id)).status).toBe("promoted");
    await ok("waitlist.cancel", byToken(second));
    expect((await call("bookings.create", { body: bookingOf(type.id, ahead(3)) })).status).toBe(
      201,
    );
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });

  test("is claimed once, however often it is tried at once, and not while it expires", async () => {
    const { first } = await held();
    const answers = await Promise.all([
      ...times(8, async () => await call("waitlist.claim", byToken(first))),
      expireDueHolds(Date.now()).then(() => null),
    ]);
    expect(answers.filter((answer) => answer?.status === 201)).toHaveLength(1);
    expect(await prisma.booking.count({ where: { ...mine(), inviteeName: "Wanda Waiting" } })).toBe(
      1,
    );
  });

  test("is held by the test side's clock on the test side", async () => {
    key = organization.test;
    const { first } = await held();
    await ok("testClock.move", { key, body: { advance_minutes: 24 * 60 + 1 } });
    await expireDueHolds();
    expect((await entry(first.id)).status).toBe("expired");
  });

  describe("where the event type asks questions", () => {
    const questions = [
      { id: "why", label: "Why?", type: "text", required: true },
      { id: "terms", label: "Terms", type: "checkbox", required: false },
    ];

    test("is claimed with answers, which the booking has", async () => {
      const { first } = await held({ questions });
      const answers = { why: "Compilers", terms: true };
      const claimed = await ok("waitlist.claim", { ...byToken(first), body: { answers } });
      expect(claimed.answers).toEqual(answers);
      expect((await ok("bookings.get", { key, id: claimed.id })).answers).toEqual(answers);
    });

    test.each([
      ["none", {}, { "answers.why": "is required" }],
      ["an empty one", { answers: { why: " " } }, { "answers.why": "is required" }],
      ["one of another kind", { answers: { why: true } }, { "answers.why": "must be text" }],
      [
        "one to nothing that is asked",
        { answers: { why: "x", age: "7" } },
        { "answers.age": "answers no question of this event type" },
      ],
    ])("is not claimed with %s, and stays held", async (_, body, details) => {
      const { first } = await held({ questions });
      const answer = await refused("waitlist.claim", { ...byToken(first), body });
      expect(answer).toMatchObject({ status: 400, code: "validation_error", details });
      expect(await refused("waitlist.claim", { key, id: first.id, body })).toMatchObject({
        status: 400,
      });
      expect(await entry(first.id)).toMatchObject({ status: "promoted", booking_id: null });
      await ok("waitlist.claim", { ...byToken(first), body: { answers: { why: "x" } } });
    });

    test("is not told of them to whoever has no right to it", async () => {
      const { first, second } = await held({ questions });
      const wrong = { ...byToken(first), query: { token: second.cancel_token ?? "" } };
      expect(await refused("waitlist.claim", wrong)).toMatchObject({ status: 401 });
      expect(await refused("waitlist.claim", byToken(second))).toMatchObject({ status: 409 });
    });
  });

  test("opens for its own token alone", async () => {
    const { first, second } = await held();
    const wrong = { ...byToken(first), query: { token: second.cancel_token ?? "" } };
    expect(await refused("waitlist.claim", wrong)).toMatchObject({ status: 401 });
    expect(await refused("waitlist.cancel", wrong)).toMatchObject({ status: 401 });
    expect((await entry(first.id)).status).toBe("promoted");
  });

  test("is told of by mail and webhook, without its token in the webhook", async () => {
    const receiver = await newReceiver();
    await newWebhook(key, receiver.url, ["waitlist.promoted"]);
    const { first } = await held();
    const where = { resourceId: first.id, action: "waitlist.promoted" };
    const event = await prisma.event.findFirstOrThrow({ where });
    await tellEvent(event.id);
    const mail = await prisma.email.findFirstOrThrow({
      where: { recipient: first.invitee_email, kind: "waitlist_promoted" },
    });
    expect(mail.text).toContain(`/waitlist/${first.id}?token=${first.cancel_token}`);
    expect(await enqueueDeliveries(event.id)).toBe(1);
    const delivery = await prisma.webhookDelivery.findFirstOrThrow({
      where: { eventId: event.id },
    });
    const payload = JSON.parse(delivery.body);
    expect(payload).toMatchObject({
      event: "waitlist.promoted",
      data: { id: first.id, status: "promoted", cancel_token: null },
    });
  });
});
