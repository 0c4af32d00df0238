import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, freeSlots, signIn } from "./fixtures";

test("what an invitee is sent can be looked at, and its link leads to the booking", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Mail room");
  const { id } = await createEventType(request, account.live_key, {
    title: "Tea & <b>talk</b>",
    slug: "tea",
  });
  const [startTime] = await freeSlots(request, id);
  const booked = await request.post("/v1/bookings", {
    data: {
      event_type_id: id,
      start_time: startTime,
      invitee_name: "Grace Hopper",
      invitee_email: "grace@example.com",
      invitee_timezone: "America/New_York",
    },
  });
  expect(booked.status()).toBe(201);

  await signIn(page, account);
  await page.getByRole("link", { name: "E-mail", exact: true }).click();
  await expect(page.getByText("This server has no mail server")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("grace@example.com")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page
    .getByRole("link", { name: /Booked: Tea & <b>talk<\/b>/ })
    .last()
    .click();
  await expect(page.getByText("Booking, to the invitee")).toBeVisible();
  const mail = page.frameLocator("iframe");
  await expect(mail.getByRole("heading", { name: "You are booked" })).toBeVisible();
  const manage = await mail.getByRole("link", { name: "Move or cancel" }).getAttribute("href");
  await page.getByRole("radio", { name: "Plain text" }).click();
  await expect(page.getByText("(America/New_York)")).toBeVisible();

  await page.goto(manage ?? "");
  await expect(page.getByRole("button", { name: "Move to another time" })).toBeVisible();
});

test("who forgot their password is told what to do on a server without mail", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Set a new password" })).toBeVisible();
  await expect(page.getByText("npm run admin -- user set-password")).toBeVisible();
});
