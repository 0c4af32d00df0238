import { expect, test } from "@playwright/test";
import { bootstrap, bootstrapByCommand, createEventType, freeSlots, signIn } from "./fixtures";

test("a second organization sees nothing of the first", async ({ page, request }) => {
  const first = await bootstrapByCommand("First Organization");
  const second = await bootstrap("Second Organization");
  const secret = await createEventType(request, first.live_key, {
    title: "Board meeting of the first",
    slug: "board-meeting",
  });
  const [startTime] = await freeSlots(request, secret.id);
  const booked = await request.post("/v1/bookings", {
    data: {
      event_type_id: secret.id,
      start_time: startTime,
      invitee_name: "Confidential Guest",
      invitee_email: "guest@example.com",
      invitee_timezone: "UTC",
    },
  });
  expect(booked.status()).toBe(201);

  const authorization = `Bearer ${second.live_key}`;
  for (const path of ["/v1/event-types", "/v1/bookings"]) {
    const answer = await request.get(path, { headers: { authorization } });
    expect(await answer.json()).toEqual({ data: [], has_more: false });
  }
  const foreign = await request.get(`/v1/event-types/${secret.id}`, { headers: { authorization } });
  expect(foreign.status()).toBe(404);

  await signIn(page, second);
  await expect(page.getByText("Board meeting of the first")).toHaveCount(0);
  await page.goto("/bookings");
  await expect(page.getByRole("heading", { name: "Bookings", exact: true })).toBeVisible();
  await expect(page.getByText("Confidential Guest")).toHaveCount(0);
  await page.goto(`/event-types/${secret.id}`);
  await expect(page.getByText("Board meeting of the first")).toHaveCount(0);
});
