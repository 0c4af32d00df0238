import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { bootstrap, signIn } from "./fixtures";

/** The statuses of reading and of writing with a key. */
async function tried(request: APIRequestContext, key: string) {
  const headers = { authorization: `Bearer ${key}` };
  const read = await request.get("/v1/event-types", { headers });
  const data = { title: "Not allowed", slug: `not-allowed-${Date.now()}`, duration_minutes: 30 };
  const written = await request.post("/v1/event-types", { headers, data });
  return { read: read.status(), write: written.status() };
}

/** Chooses in the menu of the key that stands at this place of the list. */
async function choose(page: Page, name: string, place: number, item: string) {
  await page
    .getByRole("button", { name: `Actions for ${name}` })
    .nth(place)
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a read-only key is made, used, rotated and revoked, and its log tells", async ({
  page,
  request,
}) => {
  await signIn(page, await bootstrap("Keys in Full"));
  await page.goto("/settings/api-keys");
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: "Create Key" }).first().click();
  await dialog.getByLabel("Name").fill("Reporting");
  await dialog.getByRole("radio", { name: "Read only" }).click();
  await dialog.getByLabel("Expires").click();
  await page.getByRole("option", { name: "In 30 days" }).click();
  await dialog.getByRole("button", { name: "Add my address" }).click();
  await expect(dialog.getByLabel("Allowed addresses")).toHaveValue(/^(127\.0\.0\.1|::1)$/);
  await dialog.getByLabel("Allowed addresses").fill("127.0.0.1\n::1");
  await dialog.getByRole("button", { name: "Create Key" }).click();
  const old = await dialog.getByLabel("Live key").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: /Reporting/ })).toContainText("Read only");
  expect(await tried(request, old)).toEqual({ read: 200, write: 403 });

  await choose(page, "Reporting", 0, "Rotate key…");
  await dialog.getByRole("radio", { name: "1 day" }).click();
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const fresh = await dialog.getByLabel("Live key").inputValue();
  await expect(dialog.getByText(/The old key .* works until/)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  expect(fresh).not.toBe(old);
  expect(await tried(request, old)).toEqual({ read: 200, write: 403 });
  expect(await tried(request, fresh)).toEqual({ read: 200, write: 403 });

  // The newer key stands first.
  await choose(page, "Reporting", 1, "Revoke key…");
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("“Reporting” is revoked")).toBeVisible();
  expect(await tried(request, old)).toEqual({ read: 401, write: 401 });
  expect(await tried(request, fresh)).toEqual({ read: 200, write: 403 });

  await page.getByRole("link", { name: "Reporting" }).first().click();
  await expect(page.getByRole("heading", { name: "Reporting" })).toBeVisible();
  const log = page.getByRole("table", { name: "Requests with this key" });
  const lines = log.getByRole("row").filter({ hasText: "/v1/event-types" });
  await expect(async () => {
    await page.getByRole("button", { name: "Refresh requests" }).click();
    await expect(lines).toHaveCount(4, { timeout: 1_000 });
  }).toPass();
  await page.getByRole("radio", { name: "4xx" }).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText(/POST.*403/);
});

test("a key for nowhere and a key for no right are refused in the form", async ({ page }) => {
  await signIn(page, await bootstrap("Careful Keys"));
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Create Key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Nothing");
  await dialog.getByRole("radio", { name: "Bookings only" }).click();
  await dialog.getByRole("radio", { name: "Custom" }).click();
  await dialog.getByRole("checkbox", { name: "Read event types" }).uncheck();
  await dialog.getByRole("checkbox", { name: "Read bookings" }).uncheck();
  await expect(dialog.getByRole("checkbox", { name: "Write bookings" })).not.toBeChecked();
  await dialog.getByLabel("Allowed addresses").fill("10.0.0.0/40");
  await dialog.getByRole("button", { name: "Create Key" }).click();
  await expect(dialog.getByText("Must name at least one scope")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Write bookings" }).check();
  await expect(dialog.getByRole("checkbox", { name: "Read bookings" })).toBeChecked();
  await dialog.getByRole("button", { name: "Create Key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Allowed addresses: address 1");
});
