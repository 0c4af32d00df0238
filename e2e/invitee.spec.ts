import { expect, type Page, test } from "@playwright/test";
import { bootstrap, createEventType, freeSlots, picture } from "./fixtures";

/** A button of the list of times, by its place: which times are free depends on the day of the test. */
const timeAt = (page: Page, index: number) =>
  page.getByRole("listitem").getByRole("button").nth(index);

test("an invitee books on the page, then moves and cancels by the manage link", async ({
  page,
  request,
}) => {
  const { live_key: key } = await bootstrap("Hosted Pages");
  const { id, booking_url: address } = await createEventType(request, key, {
    title: "Coffee chat",
    slug: "coffee-chat",
  });
  const before = await freeSlots(request, id);

  await page.goto(new URL(address).pathname);
  await expect(page.getByRole("heading", { name: "Coffee chat" })).toBeVisible();
  await page.getByRole("button", { name: "Next month" }).click();
  await timeAt(page, 0).click();
  await picture(page, "booking-form");
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("E-mail").fill("grace@example.com");
  await page.getByRole("button", { name: "Book this time" }).click();

  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await picture(page, "booked");
  const manageLink = page.url();
  const ics = await request.get(
    (await page.getByRole("link", { name: /\.ics|calendar file/i }).getAttribute("href")) ?? "",
  );
  expect(await ics.text()).toContain("BEGIN:VEVENT");

  await page.getByRole("button", { name: "Move to another time" }).click();
  await timeAt(page, 3).click();
  await page.getByRole("button", { name: "Move booking" }).click();
  await expect(page.getByRole("heading", { name: "Your booking is moved" })).toBeVisible();

  await page.goto(manageLink);
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await page.getByLabel("Reason").fill("Something came up");
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByRole("heading", { name: "This booking is cancelled" })).toBeVisible();

  expect(await freeSlots(request, id)).toEqual(before);
});

test("an invitee looks at the times by the clocks of another zone, and keeps it", async ({
  page,
  request,
}) => {
  const { live_key: key } = await bootstrap("Far Away");
  const { booking_url: address } = await createEventType(request, key, {
    title: "Far call",
    slug: "far-call",
  });
  await page.goto(new URL(address).pathname);
  await page.getByRole("button", { name: "Next month" }).click();
  const before = await timeAt(page, 0).innerText();
  const zone = page.getByRole("combobox", { name: "Time zone", exact: true });
  await zone.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Search time zones" })).toBeFocused();
  await page.keyboard.type("tokyo");
  await page.keyboard.press("Enter");
  await expect(zone).toContainText("Tokyo");
  await expect(zone).toBeFocused();
  await expect(timeAt(page, 0)).not.toHaveText(before);
  await page.reload();
  await expect(zone).toContainText("Tokyo");
});

test("a slot lost while typing leads back to fresh slots with the form kept", async ({
  page,
  request,
}) => {
  const { live_key: key } = await bootstrap("Lost Slots");
  const { id, booking_url: address } = await createEventType(request, key, {
    title: "Popular call",
    slug: "popular-call",
  });
  await page.goto(new URL(address).pathname);
  await page.getByRole("button", { name: "Next month" }).click();
  await timeAt(page, 0).click();
  await page.getByLabel("Name").fill("Slow Typist");
  await page.getByLabel("E-mail").fill("slow@example.com");
  const taken = new URL(page.url()).searchParams.get("slot");
  const rival = await request.post("/v1/bookings", {
    data: {
      event_type_id: id,
      start_time: taken,
      invitee_name: "Quick Rival",
      invitee_email: "quick@example.com",
      invitee_timezone: "UTC",
    },
  });
  expect(rival.status()).toBe(201);
  await page.getByRole("button", { name: "Book this time" }).click();

  await expect(page.getByRole("alert").filter({ hasText: /taken|no longer|gone/i })).toBeVisible();
  await timeAt(page, 0).click();
  await expect(page.getByLabel("Name")).toHaveValue("Slow Typist");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
});

test("a manage link with a wrong token opens nothing", async ({ page, request }) => {
  const { live_key: key } = await bootstrap("Wrong Tokens");
  const { id } = await createEventType(request, key, { title: "Call", slug: "call" });
  const [startTime] = await freeSlots(request, id);
  const booked: unknown = await (
    await request.post("/v1/bookings", {
      data: {
        event_type_id: id,
        start_time: startTime,
        invitee_name: "Private Person",
        invitee_email: "private@example.com",
        invitee_timezone: "UTC",
      },
    })
  ).json();
  expect(booked).toHaveProperty("id");
  const bookingId = String(Reflect.get(Object(booked), "id"));
  await page.goto(`/manage/${bookingId}?token=wrong`);
  await expect(
    page.getByText(/link is not valid|no longer valid|not valid/i).first(),
  ).toBeVisible();
  await expect(page.getByText("Private Person")).toHaveCount(0);
});
