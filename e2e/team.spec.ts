import { expect, test } from "@playwright/test";
import { acceptInvitation, bootstrap, invite, picture, showTestSide, signIn } from "./fixtures";

test("a colleague is invited, sees what a member may, and is out when removed", async ({
  browser,
  page,
}) => {
  const account = await bootstrap("Two of us");
  await signIn(page, account);
  const link = await invite(page, `grace-${Date.now()}@example.com`);
  await picture(page, "team");

  const theirs = await acceptInvitation(browser, link, "Two of us");
  await expect(theirs.getByRole("link", { name: "Bookings" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "API Keys" })).toBeHidden();

  await page.reload();
  await page.getByRole("button", { name: "What to do with Grace Hopper" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Grace Hopper is removed")).toBeVisible();

  await theirs.goto("/bookings");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.context().close();
});

test("whoever is in several organizations goes from one to the other", async ({ page }) => {
  const account = await bootstrap("First house");
  await signIn(page, account);
  await page.getByRole("button", { name: /First house/ }).click();
  await page.getByRole("menuitem", { name: "New organization" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Second house");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByRole("button", { name: /Second house/ })).toBeVisible();
  await page.getByRole("button", { name: /Second house/ }).click();
  await page.getByRole("menuitem", { name: "First house" }).click();
  await expect(page.getByRole("button", { name: /First house/ })).toBeVisible();
});

test("hours of one's own narrow what is offered", async ({ page }) => {
  await signIn(page, await bootstrap("Part time"));
  await page.getByRole("link", { name: "Team" }).click();
  await page.getByRole("button", { name: /^What to do with/ }).click();
  await page.getByRole("menuitem", { name: "Hours and days off" }).click();
  await expect(page.getByRole("heading", { name: "Your hours" })).toBeVisible();
  await page.getByLabel("Weekly hours of one's own").check();
  for (const day of ["Tuesday", "Wednesday", "Thursday", "Friday"]) {
    await page.getByRole("checkbox", { name: day }).uncheck();
  }
  await picture(page, "member-hours");
  await page.getByRole("button", { name: "Save hours" }).click();
  await expect(page.getByText("Hours saved")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Monday" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Tuesday" })).not.toBeChecked();
});

test("the sandbox's clock is moved ahead, and back to the real time", async ({ page }) => {
  await signIn(page, await bootstrap("Time travel"));
  await showTestSide(page);
  await page.getByRole("button", { name: "Real time" }).click();
  await page.getByRole("menuitem", { name: "30 days ahead" }).click();
  await expect(page.getByRole("button", { name: "Real time" })).toBeHidden();
  const clock = page.getByRole("complementary", { name: "Test mode" }).getByRole("button");
  await clock.click();
  await page.getByRole("menuitem", { name: "Back to the real time" }).click();
  await expect(page.getByRole("button", { name: "Real time" })).toBeVisible();
});
