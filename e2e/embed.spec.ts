import { expect, test } from "@playwright/test";
import { picture, signIn } from "./fixtures";
import { newType, serveForeignSite, timeAt } from "./foreign-site";

const site = serveForeignSite();

test("another site's page imports the SDK and asks for times with it", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "sdk");
  site.pages.set("/sdk", { html: "<!doctype html><title>Site</title>" });
  await page.goto(`${site.origin}/sdk`);
  const title: unknown = await page.evaluate(
    async ([base, id]) => {
      const { createClient } = await import(`${base}/sdk/v1/astrocal.js`);
      return (await createClient({ baseUrl: base }).getPublicEventType({ id })).title;
    },
    [baseURL, type.id],
  );
  expect(title).toBe("Coffee chat");
});

test("an admin copies the lines for a site, and sees what they make", async ({ page, request }) => {
  const type = await newType(request, "admin");
  await signIn(page, type.account);
  await page.goto(`/event-types/${type.id}?tab=embed`);
  await expect(page.getByLabel("HTML")).toContainText(`data-astrocal-event-type="${type.id}"`);
  await expect(page.getByRole("group", { name: "Coffee chat" })).toBeVisible();
  await expect(timeAt(page.getByRole("group", { name: "Coffee chat" }), 0)).toBeVisible();
  await picture(page, "embed");
  await page.getByRole("radio", { name: "Popup" }).click();
  await expect(page.getByLabel("HTML")).toContainText('data-astrocal-mode="popup"');
  await expect(page.getByRole("group", { name: "Coffee chat" })).toHaveCount(0);
  await page.getByRole("button", { name: "Book a time" }).click();
  await expect(page.getByRole("dialog", { name: "Coffee chat" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Book a time" })).toBeFocused();
});
