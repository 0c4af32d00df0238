import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import {
  acceptInvitation,
  bootstrap,
  createEventType,
  freeSlots,
  invite,
  signIn,
} from "./fixtures";

const Booked = z.object({
  id: z.string(),
  cancel_token: z.string(),
  assigned_host: z.object({ name: z.string() }),
});

async function book(request: APIRequestContext, typeId: string, startTime: string, name: string) {
  const made = await request.post("/v1/bookings", {
    data: {
      event_type_id: typeId,
      start_time: startTime,
      invitee_name: name,
      invitee_email: "guest@example.com",
      invitee_timezone: "Europe/London",
    },
  });
  expect(made.status()).toBe(201);
  return Booked.parse(await made.json());
}

/** Everybody of the team, one after the other. */
async function makeHosts(page: Page, typeId: string, count: number) {
  await page.goto(`/event-types/${typeId}?tab=hosts`);
  for (let hosts = 1; hosts <= count; hosts += 1) {
    await page.getByRole("combobox", { name: "Add a host" }).click();
    await page.getByRole("option").first().click();
    await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(hosts);
  }
  await expect(page.getByText("Everybody of the team is a host")).toBeVisible();
}

/** Opens a line for the event type, asks a question, and lets a guest join on the page. @returns the guest's page */
async function openLine(page: Page, browser: Browser, { id, address }: Waited): Promise<Page> {
  await page.goto(`/event-types/${id}?tab=guests`);
  await page.getByRole("checkbox", { name: "People can wait for a place" }).check();
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("What is it about?");
  await page.getByRole("checkbox", { name: "Must be answered" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nobody waits at present")).toBeVisible();
  const theirs = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await theirs.goto(new URL(address).pathname);
  await theirs.getByText("Join the waitlist").first().click();
  await theirs.getByLabel("Name").last().fill("Emmy Noether");
  await theirs.getByLabel("E-mail").last().fill("emmy@example.com");
  await theirs.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(theirs.getByRole("heading", { name: "You are on the waitlist" })).toBeVisible();
  return theirs;
}
type Waited = { id: string; address: string };

test("two colleagues share the bookings of one time, and who waits gets the place of who leaves", async ({
  browser,
  page,
  request,
}) => {
  const account = await bootstrap("Full house");
  const { id, booking_url: address } = await createEventType(request, account.live_key, {
    title: "Masterclass",
    slug: "masterclass",
  });
  await signIn(page, account);
  const link = await invite(page, `grace-${Date.now()}@example.com`);
  const colleague = await acceptInvitation(browser, link, "Full house");
  await makeHosts(page, id, 2);

  // Round robin: the two of one time go to two.
  const [startTime = ""] = await freeSlots(request, id);
  const names = ["Ada Lovelace", "Mary Somerville"];
  const bookings = await Promise.all(
    names.map(async (name) => await book(request, id, startTime, name)),
  );
  expect(new Set(bookings.map((each) => each.assigned_host.name)).size).toBe(2);
  expect(await freeSlots(request, id)).not.toContain(startTime);
  const [ada, mary] = bookings;

  // Nobody is left who could take it, which the dashboard says, too.
  await page.goto(`/bookings/${mary?.id}`);
  await page.getByRole("button", { name: "Change host" }).click();
  await page.getByRole("combobox", { name: "New host" }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change host" }).click();
  await expect(page.getByRole("alert")).toContainText("is booked at that time");
  await page.getByRole("button", { name: "Keep host" }).click();
  await page.goto(`/event-types/${id}`);
  await page.getByRole("button", { name: "Why is a time missing?" }).click();
  const why = page.getByRole("dialog");
  await why.getByLabel("Date").fill(startTime.slice(0, "YYYY-MM-DD".length));
  await expect(why.getByText("Booked").first()).toBeVisible();

  const waiting = await openLine(page, browser, { id, address });
  const guest = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await guest.goto(`/manage/${ada?.id}?token=${ada?.cancel_token}`);
  await guest.getByRole("button", { name: "Cancel booking" }).click();
  await guest.getByRole("button", { name: "Cancel booking" }).click();
  await expect(guest.getByRole("heading", { name: "This booking is cancelled" })).toBeVisible();

  // The place is held: nobody else sees it.
  expect(await freeSlots(request, id)).not.toContain(startTime);
  await waiting.reload();
  await expect(waiting.getByRole("heading", { name: "A place is held for you" })).toBeVisible();
  await waiting.getByRole("button", { name: "Confirm the place" }).click();
  await expect(waiting.getByText("Please fill this in.")).toBeVisible();
  await waiting.getByLabel("What is it about?").fill("Rings and ideals");
  await waiting.getByRole("button", { name: "Confirm the place" }).click();
  await expect(waiting.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await expect(waiting.getByText("Rings and ideals")).toBeVisible();

  await colleague.goto("/bookings");
  await expect(colleague.getByText("Emmy Noether")).toBeVisible();
  await expect(colleague.getByText("Mary Somerville")).toBeVisible();
  for (const theirs of [colleague, waiting, guest]) await theirs.context().close();
});
