import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, freeSlots, signIn } from "./fixtures";

test("who waits gets the place that somebody else gives up", async ({ browser, page, request }) => {
  const account = await bootstrap("Full house");
  const headers = { authorization: `Bearer ${account.live_key}` };
  const { id, booking_url: address } = await createEventType(request, account.live_key, {
    title: "Masterclass",
    slug: "masterclass",
  });
  await signIn(page, account);
  await page.goto(`/event-types/${id}?tab=guests`);
  await page.getByRole("checkbox", { name: "People can wait for a place" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nobody waits at present")).toBeVisible();

  const [startTime] = await freeSlots(request, id);
  const booked = await request.post("/v1/bookings", {
    headers,
    data: {
      event_type_id: id,
      start_time: startTime,
      invitee_name: "Ada Lovelace",
      invitee_email: "ada@example.com",
      invitee_timezone: "Europe/London",
    },
  });
  const booking = await booked.json();

  const context = await browser.newContext({ locale: "en-GB" });
  const theirs = await context.newPage();
  await theirs.goto(new URL(address).pathname);
  await theirs.getByText("Join the waitlist").first().click();
  await theirs.getByLabel("Name").last().fill("Grace Hopper");
  await theirs.getByLabel("E-mail").last().fill("grace@example.com");
  await theirs.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(theirs.getByRole("heading", { name: "You are on the waitlist" })).toBeVisible();

  const cancelled = await request.post(`/v1/bookings/${booking.id}/cancel`, { headers, data: {} });
  expect(cancelled.status()).toBe(200);
  expect(await freeSlots(request, id)).not.toContain(startTime);
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "A place is held for you" })).toBeVisible();
  await theirs.getByRole("button", { name: "Confirm the place" }).click();
  await expect(theirs.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await context.close();

  await page.goto("/bookings");
  await expect(page.getByText("Grace Hopper")).toBeVisible();
});
