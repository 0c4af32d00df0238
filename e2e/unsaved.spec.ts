import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, signIn } from "./fixtures";

test("Back asks before it leaves unsaved changes, and goes from tab to tab without", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Second Thoughts");
  await createEventType(request, account.live_key, { title: "Intro call", slug: "intro-call" });
  await signIn(page, account);
  await page.getByRole("link", { name: "Event types" }).first().click();
  await page.getByRole("link", { name: "Intro call" }).first().click();
  const title = page.getByLabel("Title");
  await title.fill("Second call");
  await page.getByRole("tab", { name: "Limits" }).click();
  await expect(page).toHaveURL(/\?tab=limits$/);

  await page.goBack();
  await title.click();
  await expect(title).toHaveValue("Second call");
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await expect(question).toBeHidden();

  // Each arrives only once it is let.
  const stepsBack = [page.goBack()];
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  await expect(page).toHaveURL(/\/event-types\/[0-9a-f-]{36}$/);
  await expect(title).toHaveValue("Second call");

  stepsBack.push(page.goBack());
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/event-types$/);
  await Promise.all(stepsBack);
  await expect(page.getByRole("heading", { name: "Event types", exact: true })).toBeVisible();

  await page.goForward();
  await expect(title).toHaveValue("Intro call");
});
