import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, freeSlots, signIn } from "./fixtures";

test("Back leads to what was seen before: the tab, with what is not saved; the list, with its filter", async ({
  page,
  request,
}) => {
  const account = await bootstrap("There and back");
  const key = account.live_key;
  const talk = await createEventType(request, key, { title: "Talk", slug: "talk" });
  const walk = await createEventType(request, key, { title: "Walk", slug: "walk" });
  const [start_time] = await freeSlots(request, walk.id);
  const person = { invitee_name: "Ada Lovelace", invitee_email: "ada@example.com" };
  const booked = await request.post("/v1/bookings", {
    data: { ...person, event_type_id: walk.id, start_time, invitee_timezone: "UTC" },
  });
  expect(booked.status()).toBe(201);
  await signIn(page, account);

  await page.goto(`/event-types/${talk.id}?tab=limits`);
  const before = page.getByLabel("Free time before");
  await expect(page.getByText("Loading the next free times")).toHaveCount(0);
  await before.fill("10");
  await page.getByRole("tab", { name: "Guests" }).click();
  await expect(page).toHaveURL(/tab=guests$/);
  await expect(before).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/tab=limits$/);
  await expect(before).toHaveValue("10");
  await page.goForward();
  await expect(page.getByRole("tab", { name: "Guests" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Discard" }).click();

  await page.goto("/bookings");
  const filter = page.getByRole("combobox", { name: "Event type" });
  await filter.click();
  await page.getByRole("option", { name: "Talk" }).click();
  await expect(page.getByRole("link", { name: /Ada Lovelace/ })).toBeHidden();
  await filter.click();
  await page.getByRole("option", { name: "Walk" }).click();
  await expect(page).toHaveURL(`/bookings?event_type=${walk.id}`);
  await page.getByRole("link", { name: "Past" }).click();
  await expect(page).toHaveURL(`/bookings?view=past&event_type=${walk.id}`);
  await expect(page.getByRole("link", { name: /Ada Lovelace/ })).toBeHidden();
  await page.goBack();
  await page.getByRole("link", { name: /Ada Lovelace/ }).click();
  await expect(page).toHaveURL(/\/bookings\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(page).toHaveURL(`/bookings?event_type=${walk.id}`);
  await expect(filter).toHaveText("Walk");
  await page.reload();
  await expect(filter).toHaveText("Walk");
  await expect(page.getByRole("link", { name: /Ada Lovelace/ })).toBeVisible();
});
