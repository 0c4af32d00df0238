import { Client } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import { newId } from "../ids";
import { sqlTransaction } from "../sql";
import { brokenLaws } from "../testing/booking-laws";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { replayed, withKey } from "../testing/idempotency";
import { book, expectNoDeadlocks, race, tally, times } from "../testing/race";
import { call, type RawAnswer } from "../testing/rest";
import { answerOnce } from "./answer-once";
import type { Claim } from "./claim";
import { nameOf } from "./kept";

expectNoDeadlocks();

let organization: TestOrganization;
let typeId = "";
beforeAll(async () => {
  organization = await newOrganization();
  ({ id: typeId } = await newEventType(organization.live));
});

/** The door of what is as good as another process: it shares nothing with ours but the database. */
async function otherProcess(): Promise<typeof call> {
  vi.resetModules();
  return (await import("../testing/rest")).call;
}

/** What came of one request that was sent many times: all who were not told to wait have the one booking. */
async function outcome(answers: RawAnswer[], startTime: string) {
  const done = answers.filter(({ status }) => status === 201);
  const told = answers.filter(({ error }) => error?.code === "idempotency_in_progress");
  const where = { eventTypeId: typeId, startAt: new Date(startTime) };
  return {
    bookings: await prisma.booking.count({ where }),
    answers: new Set(done.map(({ text }) => text)).size,
    firstAnswers: done.filter(({ headers }) => !(replayed in headers)).length,
    waits: new Set(told.map(({ headers }) => headers["retry-after"])),
    neither: answers.length - done.length - told.length,
  };
}
const oneBooking = { bookings: 1, answers: 1, firstAnswers: 1, waits: new Set(["1"]), neither: 0 };

test("of 20 at once with one key, one books, and the others are told to wait or given its answer", async () => {
  const startTime = ahead(3);
  const options = withKey(newId(), { body: bookingOf(typeId, startTime) });
  const answers = await race(
    "one key",
    times(20, () => () => call("bookings.create", options)),
  );
  expect(await outcome(answers, startTime)).toEqual(oneBooking);
  const late = await call("bookings.create", options);
  expect(late).toMatchObject({ status: 201, headers: { [replayed]: "true" } });
});

test("the same holds for two processes, over 15 rounds", async () => {
  const callOther = await otherProcess();
  for (const round of times(15, (index) => index)) {
    const startTime = ahead(4 + round);
    const options = withKey(newId(), {
      key: organization.live,
      body: bookingOf(typeId, startTime),
    });
    const answers = await Promise.all(
      times(8, (index) => (index % 2 === 0 ? call : callOther)("bookings.create", options)),
    );
    expect(await outcome(answers, startTime)).toEqual(oneBooking);
  }
});

test("while another process has the key, one is told to wait, and answered once it is gone", async () => {
  const claim: Claim = {
    owner: `organization:${organization.organizationId}:live`,
    operation: "POST /v1/bookings",
    key: newId(),
    fingerprint: "",
  };
  const other = new Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [nameOf(claim)]);
  const body = bookingOf(typeId, ahead(30));
  const options = withKey(claim.key, { key: organization.live, body });
  expect(await call("bookings.create", options)).toMatchObject({
    status: 409,
    error: { code: "idempotency_in_progress" },
    headers: { "retry-after": "1" },
  });
  // A refusal is not kept either while somebody else may yet succeed.
  const early = withKey(claim.key, { key: organization.live, body: bookingOf(typeId, ahead(-1)) });
  expect((await call("bookings.create", early)).error?.code).toBe("idempotency_in_progress");
  // As a killed process' connection ends.
  await other.end();
  await vi.waitFor(async () => {
    expect((await call("bookings.create", options)).status).toBe(201);
  });
});

test("who is overtaken after it looked undoes its own work and gives the answer that was first", async () => {
  const claim = {
    owner: "test",
    operation: "POST /test",
    key: newId(),
    fingerprint: "ab".repeat(32),
  };
  const first = { status: 201, headers: {}, body: null };
  const answer = await answerOnce(claim, {
    refusal: () => ({ status: 500, headers: {}, body: null }),
    answer: async () =>
      await sqlTransaction(async (tx) => {
        await tx.$executeRaw`UPDATE organizations SET name = 'Overtaken'`;
        const row = { ...claim, fingerprint: Buffer.from(claim.fingerprint, "hex"), status: 204 };
        await prisma.idempotentAnswer.create({ data: { ...row, body: null } });
        return first;
      }),
  });
  expect(answer).toEqual({ status: 204, headers: { [replayed]: "true" }, body: null });
  expect(await prisma.organization.count({ where: { name: "Overtaken" } })).toBe(0);
});

test("of 100 with a key each who book one slot at once, one gets it and 99 are told it is taken, now and later", async () => {
  const type = await newEventType(organization.live);
  const body = bookingOf(type.id, ahead(50));
  const keys = times(100, newId);
  const ask = () => keys.map((key) => () => call("bookings.create", withKey(key, { body })));
  const answers = await race("one slot, a key each", ask());
  expect(tally(answers)).toEqual({ 201: 1, 409: 99 });
  for (const { error } of answers.filter(({ status }) => status === 409)) {
    expect(error).toMatchObject({ code: "conflict", details: { start_time: "booked" } });
  }
  const again = await race("the same again", ask());
  expect(again.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
  expect(await brokenLaws(organization.organizationId)).toEqual([]);
  await race(
    "for comparison, without keys",
    times(100, () => book({ ...body, start_time: ahead(51) })),
  );
});

test("30 slots of 15 hosts at once with a key each are all booked, over ten connections", async () => {
  const typeIds: string[] = [];
  while (typeIds.length < 15) {
    typeIds.push((await newEventType((await newOrganization()).live)).id);
  }
  const bodies = typeIds.flatMap((id) => [bookingOf(id, ahead(60)), bookingOf(id, ahead(61))]);
  const answers = await race(
    "30 slots, a key each",
    bodies.map((body) => () => call("bookings.create", withKey(newId(), { body }))),
  );
  expect(tally(answers)).toEqual({ 201: 30 });
});
