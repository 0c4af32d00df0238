import { expect, test } from "@playwright/test";
import { bootstrap, setPassword, signIn } from "./fixtures";

test("whoever must sign in first lands where they wanted to go", async ({ page }) => {
  const { email, password } = await bootstrap("Deep links");
  await page.goto("/bookings?view=past");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/bookings\?view=past$/);
  await expect(page.getByRole("heading", { name: "Bookings", exact: true })).toBeVisible();
});

test("a new password signs its person out everywhere, and lets them in again", async ({ page }) => {
  const account = await bootstrap("New locks");
  await signIn(page, account);
  const password = "another horse battery staple";
  await setPassword(account, password);
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, { ...account, password });
});
