import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { hasRadicale } from "../server/ops/calendar-servers";
import { type DavServer, startRadicale } from "../server/testing/calendars/dav-server";
import { type Door, openDoor } from "./door";
import { bootstrap, createEventType, picture, showTestSide, signIn } from "./fixtures";

test.skip(!hasRadicale(), "Radicale, a CalDAV server, is not installed here");

let dav: DavServer;
let door: Door;

test.beforeAll(async () => {
  dav = await startRadicale();
  door = await openDoor(dav.url);
});

test.afterAll(async () => {
  door.close();
  await dav.close();
});

/** Starts that are free in the first days of the next month: what the hosted page shows after "Next month". */
async function nextMonth(request: APIRequestContext, event_type_id: string): Promise<string[]> {
  const now = new Date();
  const day = (date: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, date))
      .toISOString()
      .slice(0, 10);
  const response = await request.get("/v1/availability", {
    params: { event_type_id, start: day(1), end: day(14), timezone: "UTC" },
  });
  const { slots } = z
    .object({ slots: z.array(z.object({ start_time: z.string() })) })
    .parse(await response.json());
  return slots.map((slot) => slot.start_time);
}

const stamp = (instant: string, minutes = 0): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replaceAll(/[-:]|\.\d+/g, "");

async function connect(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect a calendar" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Other CalDAV server/ }).click();
  await dialog.getByLabel("Server address").fill(door.address);
  await dialog.getByLabel("User name").fill(dav.username);
  await dialog.getByLabel("Password").fill(dav.password);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
}

/** Does something of an account's menu. */
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: /^What to do with CalDAV/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a CalDAV account closes slots, receives bookings and is disconnected", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Calendars in time");
  const type = await createEventType(request, account.live_key, { title: "Call", slug: "call" });
  await signIn(page, account);
  await page.getByRole("link", { name: "Calendars" }).click();
  await expect(page.getByRole("heading", { name: "No calendar is connected" })).toBeVisible();
  await page.getByRole("button", { name: "Connect a calendar" }).first().click();
  const dialog = page.getByRole("dialog");
  await picture(page, "calendar-choice");
  await dialog.getByRole("button", { name: /Other CalDAV server/ }).click();
  await dialog.getByLabel("Server address").fill("example");
  await dialog.getByLabel("User name").fill(dav.username);
  await dialog.getByLabel("Password").fill("wrong");
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByLabel("Server address")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Server address").fill(door.address);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByLabel("Password")).toHaveAccessibleDescription(
    /does not accept the user name and password/,
  );
  await picture(page, "calendar-refused");
  await dialog.getByLabel("Password").fill(dav.password);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByText("1 calendar closes slots; bookings are written into")).toBeVisible();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await picture(page, "calendars");

  const [first = "", second = ""] = await nextMonth(request, type.id);
  await page.goto(new URL(type.booking_url).pathname);
  await page.getByRole("button", { name: "Next month" }).click();
  const times = page.getByRole("listitem").getByRole("button");
  const firstWords = await times.nth(0).innerText();
  const secondWords = await times.nth(1).innerText();
  const dentist = await dav.put(
    "dentist",
    `BEGIN:VEVENT
     UID:dentist
     DTSTAMP:20260101T000000Z
     DTSTART:${stamp(first)}
     DTEND:${stamp(first, 30)}
     SUMMARY:Dentist
     END:VEVENT`,
  );
  await page.goto("/calendars");
  await choose(page, "Check now");
  await expect(page.getByText("can be read")).toBeVisible();
  expect((await nextMonth(request, type.id))[0]).toBe(second);
  await page.goto(new URL(type.booking_url).pathname);
  await page.getByRole("button", { name: "Next month" }).click();
  await expect(times.nth(0)).toHaveText(secondWords);
  expect(secondWords).not.toBe(firstWords);

  await times.nth(0).click();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await expect.poll(async () => (await dav.list()).length).toBe(2);
  const written = (await dav.list()).find((each) => each !== dentist) ?? "";
  expect(await dav.get(written)).toContain(`DTSTART:${stamp(second)}`);
  expect(await dav.get(written)).toContain("Ada Lovelace");

  await page.goto("/bookings");
  await page.getByRole("link", { name: /Ada Lovelace/ }).click();
  await expect(page.getByText(/^In .+'s calendar$/)).toBeVisible();
  await expect(page.getByText("Written", { exact: true })).toBeVisible();
  await picture(page, "booking-in-calendar");
  await page.getByRole("button", { name: /^Cancel booking/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel booking" }).click();
  await expect.poll(async () => await dav.list()).toEqual([dentist]);

  await page.goto("/calendars");
  await page.getByRole("checkbox").uncheck();
  await expect(page.getByText(/closes no slots any more/)).toBeVisible();
  expect((await nextMonth(request, type.id))[0]).toBe(first);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("As before")).toBeVisible();
  await expect(page.getByRole("checkbox")).toBeChecked();
  await page.getByRole("combobox", { name: "Bookings with you are written into" }).click();
  await page.getByRole("option", { name: "No calendar" }).click();
  await expect(page.getByText("Bookings are written into no calendar")).toBeVisible();

  await choose(page, "Disconnect");
  await picture(page, "calendar-disconnect");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("heading", { name: "No calendar is connected" })).toBeVisible();
  expect((await nextMonth(request, type.id))[0]).toBe(first);
  await dav.remove(dentist);
});

test("an account that is away, or lets nobody in, says so everywhere until it is mended", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Calendars in trouble");
  const type = await createEventType(request, account.live_key, { title: "Call", slug: "call" });
  await signIn(page, account);
  await page.goto("/calendars");
  await connect(page);

  await dav.stop();
  await choose(page, "Check now");
  await expect(page.getByText("Cannot be read", { exact: true })).toBeVisible();
  expect(await nextMonth(request, type.id)).toEqual([]);
  await picture(page, "calendar-failing");
  await page.goto("/home");
  await expect(page.getByText(/cannot be read$/)).toBeVisible();
  await dav.start();
  await page.getByRole("link", { name: "See calendars" }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  expect(await nextMonth(request, type.id)).not.toEqual([]);

  door.setShut(true);
  await choose(page, "Check now");
  await expect(page.getByText("Needs to be connected again", { exact: true })).toBeVisible();
  const banner = page.getByRole("complementary", { name: "Calendars to connect again" });
  await expect(banner).toContainText("you count as busy");
  await picture(page, "calendar-ended");
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "calendar-ended-phone");
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("/home");
  await expect(page.getByText(/needs to be connected again$/)).toBeVisible();
  await expect(banner).toBeVisible();
  await picture(page, "home-calendar");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/calendars");
  await picture(page, "calendar-ended-dark");

  door.setShut(false);
  await page.getByRole("button", { name: "Connect again" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Server address")).toHaveValue(door.address);
  await expect(dialog.getByLabel("User name")).toHaveValue(dav.username);
  await dialog.getByLabel("Password").fill(dav.password);
  await picture(page, "calendar-again-dark");
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await expect(banner).toBeHidden();

  await showTestSide(page);
  await expect(page.getByText("Test mode touches no calendar")).toBeVisible();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "calendars-test-phone-dark");
});

test("a host who deletes the event in their calendar is told that the booking stands", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Calendars in drift");
  const type = await createEventType(request, account.live_key, { title: "Call", slug: "call" });
  await signIn(page, account);
  await page.goto("/calendars");
  await connect(page);
  const before = await dav.list();
  const [first, second] = await nextMonth(request, type.id);
  const booked = await request.post("/v1/bookings", {
    data: {
      event_type_id: type.id,
      start_time: first,
      invitee_name: "Ada Lovelace",
      invitee_email: "ada@example.com",
      invitee_timezone: "Europe/London",
    },
  });
  const { id } = z.object({ id: z.string() }).parse(await booked.json());
  await expect.poll(async () => (await dav.list()).length).toBe(before.length + 1);
  await page.goto(`/bookings/${id}`);
  await expect(page.getByText("Written", { exact: true })).toBeVisible();

  await dav.remove((await dav.list()).find((each) => !before.includes(each)) ?? "");
  const moved = await request.post(`/v1/bookings/${id}/reschedule`, {
    headers: { authorization: `Bearer ${account.live_key}` },
    data: { new_start_time: second },
  });
  expect(moved.status()).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Deleted in the calendar", { exact: true })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await expect(page.getByText(/The booking still stands/)).toBeVisible();
  await picture(page, "booking-deleted-in-calendar");
  expect(await dav.list()).toEqual(before);
});

test("an admin sees everybody's calendars, a member their own", async ({
  browser,
  page,
  request,
}) => {
  const account = await bootstrap("Calendars of two");
  const headers = { authorization: `Bearer ${account.live_key}` };
  const invited = await request.post("/v1/members/invitations", {
    headers,
    data: { email: `grace-${Date.now()}@example.com`, role: "member" },
  });
  const { url } = z.object({ url: z.string() }).parse(await invited.json());
  const context = await browser.newContext({ locale: "en-GB" });
  const theirs = await context.newPage();
  await theirs.goto(new URL(url).pathname);
  await theirs.getByLabel("Your name").fill("Grace Hopper");
  await theirs.getByLabel("Password", { exact: true }).fill("a compiler of her own");
  await theirs.getByRole("button", { name: "Join" }).click();
  await theirs.getByRole("link", { name: "Calendars" }).click();
  await connect(theirs);
  const { username, password } = dav;
  const own = await request.post("/v1/calendars/caldav", {
    headers,
    data: { server_url: door.address, username, password },
  });
  expect(own.status()).toBe(201);

  await signIn(page, account);
  await page.goto("/calendars");
  await expect(page.getByRole("heading", { name: "Yours" })).toBeVisible();
  const hers = page.getByRole("region", { name: "Grace Hopper" });
  await expect(hers.getByText("Connected", { exact: true })).toBeVisible();
  await picture(page, "calendars-of-two");
  await theirs.reload();
  await expect(theirs.getByText("Connected", { exact: true })).toHaveCount(1);
  await context.close();
});
