import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, picture, showTestSide, signIn } from "./fixtures";

test("an admin sees who changed what, before and after, and how many calls were made", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Observed Observatory");
  await signIn(page, account);
  const { id } = await createEventType(request, account.live_key, {
    title: "Stargazing",
    slug: "stargazing",
  });

  await page.goto(`/event-types/${id}`);
  // The preview comes once the page is alive: what is typed before is typed into a picture of it.
  await expect(page.getByText("Loading the next free times")).toHaveCount(0);
  await page.getByLabel("Title").fill("Stargazing at dawn");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Stargazing at dawn" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  const entries = page.getByRole("main").getByRole("listitem");
  const updated = entries.filter({ hasText: "Event type updated" });
  await expect(updated).toHaveCount(1);
  await updated.getByRole("button", { name: /Details/ }).click();
  await expect(updated.getByRole("deletion")).toHaveText("Before: Stargazing");
  await expect(updated.getByRole("insertion")).toHaveText("After: Stargazing at dawn");
  await picture(page, "activity");

  await expect(entries.filter({ hasText: "API key created" })).toHaveCount(1);
  await page.getByLabel("What").click();
  await page.getByRole("option", { name: "Event types" }).click();
  await expect(page).toHaveURL(/what=event_type/);
  await expect(entries.filter({ hasText: "API key created" })).toHaveCount(0);
  await page.getByLabel("Who").click();
  await page.getByRole("option", { name: "API keys" }).click();
  await expect(page).toHaveURL(/who=api_key/);
  await expect(updated).toHaveCount(0);
  await expect(entries.filter({ hasText: "Event type created" })).toHaveCount(1);
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(page.getByText("Nothing matches these filters")).toBeVisible();
  await page.goto(page.url().replace("to=2020-01-01", "to=2099-12-31"));
  await expect(entries).toHaveCount(1);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/activity$/);
  await expect(updated).toHaveCount(1);
  await updated.getByRole("link", { name: /Stargazing at dawn/ }).click();
  await expect(page).toHaveURL(new RegExp(`/event-types/${id}`));

  const headers = { authorization: `Bearer ${account.live_key}` };
  for (let call = 0; call < 7; call += 1) {
    expect((await request.get("/v1/event-types", { headers })).status()).toBe(200);
  }
  await page.getByRole("link", { name: "Usage" }).click();
  await expect(page.getByRole("heading", { name: "API calls by day" })).toBeVisible();
  // The event type was made with the eighth call of the day.
  await expect(async () => {
    await page.reload();
    const calls = page.getByRole("meter", { name: "API calls today" });
    await expect(calls).toHaveAttribute("value", "8", { timeout: 1_000 });
  }).toPass();
  const days = page.getByRole("toolbar", { name: /API calls by day/ }).getByRole("button");
  await expect(days).toHaveCount(30);
  await expect(days.last()).toHaveAccessibleName(/: 8 API calls$/);
  await days.last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(days.nth(28)).toBeFocused();
  await page.getByRole("link", { name: "Last 7 days" }).click();
  await expect(days).toHaveCount(7);
  await picture(page, "usage");

  await showTestSide(page);
  await expect(page.getByText("No API calls in the last 7 days")).toBeVisible();
});
