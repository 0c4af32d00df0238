import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import { googlePeer } from "../testing/calendars/google-peer";
import { microsoftPeer } from "../testing/calendars/microsoft-peer";
import { accountEmail, pickAccount, startSignIn } from "../testing/calendars/sign-in";
import { bookingOf, dateAhead, newEventType, newOrganization } from "../testing/factories";
import { ok, refused } from "../testing/rest";
import { until } from "../testing/until";
import { startWorker } from "./run";
import { finishCalendarSignIn } from "../calendars/inbound";
import { GrantSecret, openSecret, sealSecret } from "../calendars/secret";

let worker: { stop: () => Promise<void> };
beforeAll(async () => (worker = await startWorker()));
afterAll(() => worker.stop());

const day = dateAhead(10);
const redirect_uri = "https://example.com/settings?tab=calendars";
const calendarId = "host@example.com";

/** A provider's sign-in and calendars on this machine until the test ends, and how a person sees them. */
const providers = {
  google: {
    connect: "calendars.connectGoogle",
    conferencing: "google_meet",
    start: async () => {
      env.GOOGLE_SIGN_IN_URL = await startSignIn("google");
      const peer = await googlePeer();
      peer.token = null;
      env.GOOGLE_CALENDAR_URL = peer.baseUrl;
      peer.addCalendar({
        id: calendarId,
        summary: "Me",
        accessRole: "owner",
        timeZone: "UTC",
        primary: true,
      });
      return { titles: () => peer.shown(calendarId).map(({ summary }) => summary), peer };
    },
  },
  microsoft: {
    connect: "calendars.connectMicrosoft",
    conferencing: "microsoft_teams",
    start: async () => {
      env.MICROSOFT_SIGN_IN_URL = await startSignIn("microsoft");
      const peer = await microsoftPeer();
      peer.token = null;
      peer.settings.me = { mail: accountEmail };
      env.MICROSOFT_GRAPH_URL = peer.baseUrl;
      peer.addCalendar({
        id: calendarId,
        name: "Me",
        canEdit: true,
        isDefaultCalendar: true,
      });
      return { titles: () => peer.shown(calendarId).map(({ subject }) => subject), peer };
    },
  },
} as const;

type Name = keyof typeof providers;
const facts = () => ({ nowMs: Date.now(), requestId: null, ipAddress: null });

/** Goes through the provider's pages. @returns the address that the browser is sent back to */
async function signIn(key: string, name: Name): Promise<URL> {
  const { authorization_url } = await ok(providers[name].connect, { key, query: { redirect_uri } });
  return await pickAccount(authorization_url);
}

/** What the callback does with an address. @returns where it sends the browser */
async function finish(name: Name, url: URL, userId: string | null = null): Promise<URL> {
  const answer = await finishCalendarSignIn(new Request(url), name, { userId, facts: facts() });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get("location") ?? "");
}

describe.each(["google", "microsoft"] as const)("%s", (name) => {
  test("is connected by signing in, and its bookings come, move and go", async () => {
    const { titles } = await providers[name].start();
    const { live: key, memberId } = await newOrganization();
    const back = await finish(name, await signIn(key, name));
    expect(back.origin + back.pathname).toBe("https://example.com/settings");
    expect(back.searchParams.get("tab")).toBe("calendars");
    const id = back.searchParams.get("calendar_id") ?? "";
    expect(await ok("calendars.get", { key, id })).toMatchObject({
      provider: name,
      member_id: memberId,
      calendar_id: calendarId,
      account_email: accountEmail,
      status: "connected",
      sync_status: "ok",
      provider_metadata: {
        server_url: null,
        calendars: [{ id: calendarId, name: "Me", is_busy: true }],
      },
    });

    const { conferencing } = providers[name];
    const type = await newEventType(key, { conferencing_provider: conferencing });
    const body = bookingOf(type.id, `${day}T10:00:00Z`);
    const booking = await ok("bookings.create", { key, body });
    const written = await until(async () => {
      const seen = await ok("bookings.get", { key, id: booking.id });
      return seen.calendar_event_id !== null && seen;
    });
    expect(written).toMatchObject({ calendar_connection_id: id, calendar_event_status: "written" });
    expect(written.meeting_url).toMatch(/^https:/);
    expect(titles()).toEqual(["Call · Ada Lovelace"]);
    // The mail waits for the meeting, and names it.
    const mail = await until(async () =>
      prisma.email.findFirst({
        where: { organizationId: booking.organization_id, kind: "booking_confirmed" },
      }),
    );
    expect(mail.text).toContain(written.meeting_url);

    await ok("bookings.reschedule", {
      key,
      id: booking.id,
      body: { new_start_time: `${day}T10:30:00Z` },
    });
    await until(async () => {
      const row = await prisma.calendarEvent.findUnique({ where: { id: booking.id } });
      return row?.startAt.toISOString() === `${day}T10:30:00.000Z`;
    });
    await ok("bookings.cancel", { key, id: booking.id, body: {} });
    await until(async () => titles().length === 0);
  });

  test("is signed in to once: neither the same answer again, nor another's session, connects", async () => {
    await providers[name].start();
    const organization = await newOrganization();
    const { live: key } = organization;
    const url = await signIn(key, name);
    await finish(name, url);
    const again = await finish(name, url);
    expect(again.searchParams.get("error")).toContain("This sign-in is over");
    const made = new URL(url);
    made.searchParams.set("state", "made-up");
    expect((await finish(name, made)).searchParams.get("error")).toContain("This sign-in is over");
    expect((await ok("calendars.list", { key })).data).toHaveLength(1);

    const other = await signIn(key, name);
    await prisma.calendarSignIn.updateMany({ data: { userId: organization.userId } });
    const stranger = await newOrganization();
    expect((await finish(name, other, stranger.userId)).searchParams.get("error")).toContain(
      "over",
    );
    expect((await finish(name, other, null)).searchParams.get("error")).toContain("over");
    expect(
      (await finish(name, other, organization.userId)).searchParams.get("calendar_id"),
    ).not.toBeNull();
  });

  test("that ends its grant needs to be connected again: told once, closed until then", async () => {
    await providers[name].start();
    const organization = await newOrganization();
    const { live: key } = organization;
    const id = (await finish(name, await signIn(key, name))).searchParams.get("calendar_id") ?? "";
    const type = await newEventType(key);
    const ended = { accessToken: "over", refreshToken: "no such grant", expiresAtMs: 0 };
    const data = { secret: sealSecret(id, ended) };
    await prisma.calendarConnection.update({ where: { id }, data });
    const query = { event_type_id: type.id, start: day, end: day };
    const offered = async () => (await ok("availability.list", { key, query })).slots.length;

    expect(await Promise.all([offered(), offered()])).toEqual([0, 0]);
    expect(await ok("calendars.get", { key, id })).toMatchObject({
      status: "needs_reconnect",
      sync_status: "failing",
      sync_error: "The access to this calendar has ended",
    });
    const body = bookingOf(type.id, `${day}T10:00:00Z`);
    expect((await refused("bookings.create", { key, body })).status).toBe(409);
    const where = { organizationId: organization.organizationId, kind: "calendar_reconnect" };
    await until(async () => (await prisma.email.count({ where })) > 0);
    await wait(1_200);
    expect(await offered()).toBe(0);
    await wait(300);
    expect(await prisma.email.count({ where })).toBe(1);

    const back = await finish(name, await signIn(key, name));
    expect(back.searchParams.get("calendar_id")).toBe(id);
    expect(await offered()).toBeGreaterThan(0);
    expect((await ok("calendars.get", { key, id })).status).toBe("connected");
  });

  test("lends a token that has ended no longer: it is renewed, and kept", async () => {
    await providers[name].start();
    const { live: key } = await newOrganization();
    const id = (await finish(name, await signIn(key, name))).searchParams.get("calendar_id") ?? "";
    const stored = async () => {
      const row = await prisma.calendarConnection.findUniqueOrThrow({ where: { id } });
      return openSecret(GrantSecret, id, row.secret ?? "");
    };
    const before = await stored();
    const data = { secret: sealSecret(id, { ...before, expiresAtMs: 0 }) };
    await prisma.calendarConnection.update({ where: { id }, data });
    expect((await ok("calendars.refresh", { key, id, body: {} })).sync_status).toBe("ok");
    const after = await stored();
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.expiresAtMs).toBeGreaterThan(Date.now());
  });

  test("is disconnected with what let us in", async () => {
    await providers[name].start();
    const { live: key } = await newOrganization();
    const id = (await finish(name, await signIn(key, name))).searchParams.get("calendar_id") ?? "";
    await ok("calendars.disconnect", { key, id });
    const row = await prisma.calendarConnection.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ secret: null, calendarId: null });
  });
});

test("a person who says no is sent back with that, and nothing is connected", async () => {
  await providers.google.start();
  const { live: key } = await newOrganization();
  const { authorization_url } = await ok("calendars.connectGoogle", {
    key,
    query: { redirect_uri },
  });
  const state = new URL(authorization_url).searchParams.get("state") ?? "";
  const url = new URL(`${env.PUBLIC_URL}/api/calendars/google/callback`);
  url.searchParams.set("error", "access_denied");
  url.searchParams.set("state", state);
  expect((await finish("google", url)).searchParams.get("error")).toBe(
    "Access to the calendar was not given",
  );
  expect((await ok("calendars.list", { key })).data).toEqual([]);
});
