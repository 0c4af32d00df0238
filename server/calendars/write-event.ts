import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { prisma } from "../db";
import type { CalendarEvent as Row } from "../generated/prisma/client";
import { sql } from "../sql";
import { accountOf } from "./account";
import { forgetReadings } from "./busy-cache";
import { type Connection, readConnections } from "./connection";
import { type Desired, desiredEvent } from "./desired-event";
import { noteDrift } from "./own-events";
import { CalendarError, type EventWriter, type Written } from "./provider";
import { noteFailure, noteSuccess } from "./status";

/** Longer than a provider is waited for, three times over: remove, create, look. */
const leaseFor = "40 seconds";
/** Two seconds together: a job that is tried again comes later than that. */
const leaseAttempts = 20;
const leasePauseMs = 100;

/**
 * Brings the event under a key (desired-event.ts) to where and what it should be: written, moved, given to another host's
 * calendar, or removed. It compares what should be with what was written, so it may run any number of times, in any order,
 * and be killed at any moment: ids derive from the key, and a repeated write meets itself. Several at once take turns.
 * @throws when it should be tried again: the provider is down, or another worker is at this very event
 */
export async function writeEvent(key: string): Promise<void> {
  if (!(await lease(key))) {
    throw new Error("This calendar event is being written by another worker");
  }
  try {
    const desired = await desiredEvent(key, Date.now());
    const row = await prisma.calendarEvent.findUnique({ where: { id: key } });
    if (desired !== undefined) {
      await bring(key, row, desired);
    }
  } finally {
    await sql.$executeRaw`DELETE FROM calendar_leases WHERE id = ${key}::uuid`;
  }
}

/** Takes the event's lease, if need be after another write of it, most of which take less than a second. */
async function lease(key: string): Promise<boolean> {
  for (let attempt = 0; attempt < leaseAttempts; attempt += 1) {
    const taken = await sql.$executeRaw`
      INSERT INTO calendar_leases (id, leased_until) VALUES (${key}::uuid, now() + ${leaseFor}::interval)
      ON CONFLICT (id) DO UPDATE SET leased_until = excluded.leased_until WHERE calendar_leases.leased_until < now()`;
    if (taken === 1) {
      return true;
    }
    await wait(leasePauseMs);
  }
  return false;
}

async function bring(key: string, row: Row | null, desired: Desired | null): Promise<void> {
  if (row === null) {
    await (desired === null ? forget(key) : create(key, desired));
    return;
  }
  const staysThere =
    desired !== null &&
    desired.connectionId === row.connectionId &&
    desired.calendarId === row.calendarId;
  if (staysThere) {
    await update(row, desired);
    return;
  }
  await remove(row);
  await (desired === null ? forget(key) : create(key, desired));
}

async function create(key: string, { connectionId, calendarId, event }: Desired): Promise<void> {
  await atAccount(connectionId, async (writer) => {
    const written = await writer.create(calendarId, event);
    await keep(key, connectionId, written, fingerprintOf(event));
  });
}

async function update(row: Row, { connectionId, event }: Desired): Promise<void> {
  const fingerprint = fingerprintOf(event);
  if (row.status !== "written" || fingerprint.equals(row.fingerprint)) {
    return;
  }
  await atAccount(connectionId, async (writer) => {
    try {
      await keep(row.id, connectionId, await writer.update(writtenOf(row), event), fingerprint);
    } catch (error) {
      if (!(error instanceof CalendarError) || error.drift === null) {
        throw error;
      }
      // The host has decided otherwise: shown, not overwritten.
      await noteDrift(row.id, error.drift);
    }
  });
}

async function remove(row: Row): Promise<void> {
  const { calendarId, providerEventId: eventId } = row;
  await atAccount(row.connectionId, async (writer) => {
    await writer.remove({ calendarId, eventId }).catch((error: unknown) => {
      // With its calendar the event is gone too.
      if (!(error instanceof CalendarError) || error.reason !== "missing") throw error;
    });
    await prisma.calendarEvent.deleteMany({ where: { id: row.id } });
  });
}

/**
 * Does something with the events of a connection's account, and notes how it went. What only the account's owner can mend
 * is left until they have: it is done again when the calendar is connected anew.
 */
async function atAccount(
  connectionId: string,
  work: (writer: EventWriter) => Promise<void>,
): Promise<void> {
  const [connection] = await readConnections([connectionId]);
  if (connection === undefined || connection.needsReconnect) {
    return;
  }
  try {
    await work(writerOf(connection));
    forgetReadings(connectionId);
    await noteSuccess(connection);
  } catch (thrown) {
    const error = await noteFailure(connection, thrown);
    if (error.reason === "unreachable") {
      throw error;
    }
  }
}

function writerOf(connection: Connection): EventWriter {
  const { events } = accountOf(connection);
  if (events === null) {
    throw new CalendarError("invalid", "This calendar can only be read");
  }
  return events;
}

const writtenOf = (row: Row): Written => ({
  calendarId: row.calendarId,
  eventId: row.providerEventId,
  etag: row.etag,
  startMs: row.startAt.getTime(),
  endMs: row.endAt.getTime(),
  meetingUrl: row.meetingUrl,
});

const fingerprintOf = (event: object): Buffer<ArrayBuffer> =>
  Buffer.from(createHash("sha256").update(JSON.stringify(event)).digest());

/** Keeps what was written, and shows it on the bookings it stands for. */
async function keep(
  key: string,
  connectionId: string,
  written: Written,
  fingerprint: Buffer<ArrayBuffer>,
): Promise<void> {
  const { calendarId, eventId, etag, meetingUrl } = written;
  const data = {
    connectionId,
    calendarId,
    providerEventId: eventId,
    etag,
    startAt: new Date(written.startMs),
    endAt: new Date(written.endMs),
    meetingUrl,
    fingerprint,
    status: "written" as const,
    writtenAt: new Date(),
  };
  await prisma.calendarEvent.upsert({
    where: { id: key },
    create: { id: key, ...data },
    update: data,
  });
  await sql.$executeRaw`
    UPDATE bookings SET calendar_event_id = ${eventId}, calendar_connection_id = ${connectionId}::uuid,
      calendar_event_status = 'written', meeting_url = coalesce(${meetingUrl}, meeting_url)
    WHERE id = ${key}::uuid OR (allocation_id = ${key}::uuid AND status = 'confirmed')`;
}

/** Shows on the bookings of a key that they stand in no calendar, those that have an event by the other key aside. */
async function forget(key: string): Promise<void> {
  await sql.$executeRaw`
    UPDATE bookings SET calendar_event_id = NULL, calendar_connection_id = NULL, calendar_event_status = NULL
    WHERE (id = ${key}::uuid OR allocation_id = ${key}::uuid) AND calendar_event_id IS NOT NULL
      AND (status = 'cancelled'
        OR NOT EXISTS (SELECT FROM calendar_events e WHERE e.id IN (bookings.id, bookings.allocation_id)))`;
}
