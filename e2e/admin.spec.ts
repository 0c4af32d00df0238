import { expect, test } from "@playwright/test";
import { freeSlots, picture } from "./fixtures";

test("an admin signs up, makes an event type and a key, and sees what is booked with it", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Create an organization" }).first().click();
  await page.getByLabel("Organization").fill("Ada's Analytical Engines");
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`ada-${Date.now()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("a difference engine");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await picture(page, "first-steps");

  await page.goto("/event-types/new");
  await page.getByLabel("Title").fill("Intro call");
  await page.getByRole("button", { name: "Create event type" }).click();
  await expect(page).toHaveURL(/\/event-types\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "Intro call" }).first()).toBeVisible();
  const eventTypeId = /event-types\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  await picture(page, "event-type");

  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Create Key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("My Integration");
  await dialog.getByRole("button", { name: "Create Key" }).click();
  const key = await dialog.getByLabel("Live key").inputValue();
  expect(key).toMatch(/^ac_live_k1_[0-9A-Za-z]{32}$/);
  await picture(page, "api-key");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("cell", { name: /My Integration/ })).toBeVisible();

  const [startTime] = await freeSlots(request, eventTypeId);
  const booked = await request.post("/v1/bookings", {
    headers: { authorization: `Bearer ${key}` },
    data: {
      event_type_id: eventTypeId,
      start_time: startTime,
      invitee_name: "Charles Babbage",
      invitee_email: "charles@example.com",
      invitee_timezone: "Europe/London",
    },
  });
  expect(booked.status()).toBe(201);

  await page.goto("/bookings");
  await expect(page.getByText("Charles Babbage")).toBeVisible();
  await picture(page, "bookings");
});
