import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { createApiKey } from "../server/api-keys/create";
import { listAvailability } from "../server/availability/list";
import { createBooking } from "../server/bookings/create";
import { CreateBooking } from "../server/bookings/schema";
import { pool, prisma } from "../server/db";
import { createEventType } from "../server/event-types/create";
import { CreateEventType } from "../server/event-types/schema";
import { Demo } from "../server/ops/demo";
import { writePrivateFile } from "../server/ops/secrets";
import { createOrganization } from "../server/organizations/create";
import { provenOrganization, type Scope } from "../server/scope";
import { addDays, civilDateAt, isTimeZone } from "../server/time";
import { hashPassword } from "../server/users/password";

// Gives a database its demo organization and writes what it made to the file it is given. Every part is made only
// where it is missing, so that a seed that was broken off is finished by the next one.

const eventTypes = [
  {
    title: "Intro call",
    slug: "intro-call",
    description: "Half an hour to get to know each other.",
    duration_minutes: 30,
    color: "#3b82f6",
  },
  {
    title: "Deep dive",
    slug: "deep-dive",
    description: "An hour on your project, with time to prepare before and to write up after.",
    duration_minutes: 60,
    buffer_before_minutes: 10,
    buffer_after_minutes: 10,
    color: "#8b5cf6",
  },
].map((input) => CreateEventType.parse(input));

/** Name, event type, and where among the free slots of the coming days the booking lies. */
const guests = [
  ["Ada Lovelace", "intro-call", 0.02],
  ["Grace Hopper", "deep-dive", 0.15],
  ["Katherine Johnson", "intro-call", 0.3],
  ["Radia Perlman", "deep-dive", 0.5],
  ["Alan Turing", "intro-call", 0.7],
] as const;

const nowMs = Date.now();
const facts = { nowMs, requestId: null, ipAddress: null };
const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const timeZone = isTimeZone(machineZone) ? machineZone : "UTC";

const file = process.argv[2];
if (file === undefined) {
  throw new Error("Name the file that the demo's sign-in and keys are written to.");
}

/** The demo that was begun in this file, or undefined. */
async function readBegun(path: string): Promise<Demo | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : Demo.parse(JSON.parse(text));
}

const newDemo = (): Demo => ({
  email: "demo@astrocal.local",
  password: randomBytes(9).toString("base64url"),
  finished: false,
});

async function owner(demo: Demo): Promise<{ organizationId: string; userId: string }> {
  const member = await prisma.member.findFirst({ where: { user: { email: demo.email } } });
  return (
    member ??
    (await createOrganization(facts, {
      name: "Acme Studio",
      timeZone,
      tier: "scale",
      owner: { name: "Demo", email: demo.email, passwordHash: await hashPassword(demo.password) },
    }))
  );
}

async function ensureEventType(
  scope: Scope,
  input: z.output<typeof CreateEventType>,
): Promise<string> {
  const where = {
    organizationId: scope.organizationId,
    slug: input.slug,
    isTest: false,
    deletedAt: null,
  };
  const found = await prisma.eventType.findFirst({ where, select: { id: true } });
  return found?.id ?? (await createEventType(scope, input)).id;
}

async function book(name: string, eventTypeId: string, position: number): Promise<void> {
  const today = civilDateAt(timeZone, nowMs);
  const caller = { ...facts, scope: null };
  const { slots } = await listAvailability(caller, {
    event_type_id: eventTypeId,
    start: addDays(today, 1),
    end: addDays(today, 9),
  });
  const slot = slots[Math.floor(position * slots.length)];
  if (slot !== undefined) {
    const booking = CreateBooking.parse({
      event_type_id: eventTypeId,
      start_time: slot.start_time,
      invitee_name: name,
      invitee_email: `${name.split(" ")[0]?.toLowerCase()}@example.com`,
      invitee_timezone: timeZone,
    });
    await createBooking(caller, booking);
  }
}

async function seed(path: string): Promise<void> {
  const begun = await readBegun(path);
  if (begun === undefined && (await prisma.organization.count()) > 0) {
    // While we waited another instance made the demo: its sign-in is there.
    return;
  }
  const demo = begun ?? newDemo();
  const save = async (made: Partial<Demo>) =>
    await writePrivateFile(path, Object.assign(demo, made));
  await save({});

  const { organizationId, userId } = await owner(demo);
  const scope: Scope = {
    ...facts,
    organizationId: provenOrganization(organizationId),
    isTest: false,
    actor: { type: "user", id: userId, name: "Demo" },
  };
  await save({ organization_id: organizationId });

  const ids = new Map<string, string>();
  for (const eventType of eventTypes) {
    ids.set(eventType.slug, await ensureEventType(scope, eventType));
  }
  const { slug } = await prisma.organization.findUniqueOrThrow({ where: { id: organizationId } });
  await save({ event_type_id: ids.get("intro-call"), booking_path: `/${slug}/intro-call` });

  for (const mode of ["live", "test"] as const) {
    if (demo[`${mode}_key`] === undefined) {
      const { key } = await createApiKey(scope, { name: `Demo ${mode} key`, mode });
      await save({ [`${mode}_key`]: key });
    }
  }
  if ((await prisma.booking.count({ where: { organizationId } })) === 0) {
    for (const [name, eventType, position] of guests) {
      await book(name, ids.get(eventType) ?? "", position);
    }
  }
  await save({ finished: true });
}

// Of several instances that start on one empty database, one makes the demo at a time.
const turn = await pool.connect();
try {
  await turn.query("SET lock_timeout = 0; SET statement_timeout = 0");
  await turn.query("SELECT pg_advisory_lock(hashtextextended('astrocal demo', 0))");
  await seed(file);
} finally {
  turn.release(true);
  await prisma.$disconnect();
  await pool.end();
}
