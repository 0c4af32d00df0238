import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, signIn } from "./fixtures";

test("whoever is new comes to a first booking in a few clicks", async ({ page }) => {
  const account = await bootstrap("First steps");
  await signIn(page, account);
  await page.getByRole("button", { name: "Create a 30-minute meeting" }).click();
  await page.getByRole("link", { name: "Open the booking page" }).click();
  // Today may have no time left.
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("listitem").getByRole("button").first().click();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();

  await page.goto("/home");
  await expect(page.getByRole("link", { name: "Ada Lovelace" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "To your first booking" })).toBeHidden();
});

test("everything is reached by keyboard: the palette, what it finds, and shortcuts", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Keyboard only");
  const { id } = await createEventType(request, account.live_key, {
    title: "Quarterly review",
    slug: "review",
  });
  await signIn(page, account);
  const palette = page.getByRole("dialog", { name: "Search or go to" });
  // Keys that are pressed before the page is alive are lost.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type("quart");
  await expect(palette.getByRole("option", { name: "Quarterly review" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/event-types/${id}`));

  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/\/bookings$/);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("switch to test");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Test" })).toBeChecked();
});
