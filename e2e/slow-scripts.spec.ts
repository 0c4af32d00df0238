import { expect, type Page, test } from "@playwright/test";
import { bootstrap, createEventType, signIn } from "./fixtures";

/** Opens a page whose scripts do not arrive. @returns what lets them */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let letArrive = () => {};
  const arrival = new Promise<void>((resolve) => (letArrive = resolve));
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return letArrive;
}

/** That something was pressed, and waits. */
const waiting = (page: Page) => page.locator("html[data-waiting]");

test("a sign-up that is sent before the page's scripts are there is done once they are", async ({
  page,
}) => {
  const letArrive = await openWithoutScripts(page, "/sign-up");
  await page.getByLabel("Organization").fill("Early Birds");
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`early-${Date.now()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("a difference engine");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(waiting(page)).toBeAttached();
  expect(new URL(page.url()).search).toBe("");
  letArrive();
  await expect(waiting(page)).toBeHidden();
  // An account is made, its owner signed in, and the dashboard loaded.
  await expect(page).toHaveURL(/\/home$/, { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "Hello, Ada" })).toBeVisible();
});

test("what is wrong with an early sign-up is said, and nothing typed is lost", async ({ page }) => {
  const letArrive = await openWithoutScripts(page, "/sign-up");
  await page.getByLabel("Organization").fill("Early Birds");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.keyboard.press("Enter");
  letArrive();
  await expect(page.getByText(/at least 10 characters/i).last()).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Organization")).toHaveValue("Early Birds");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("short");
  await expect(page.getByLabel("Organization")).not.toHaveAttribute("aria-invalid");
  await expect(waiting(page)).toBeHidden();
});

test("early presses of a button and of the mode's switch are heard", async ({ page }) => {
  await signIn(page, await bootstrap("Early Presses"));

  await test.step("a button that opens a dialog", async () => {
    const letArrive = await openWithoutScripts(page, "/settings/api-keys");
    await page.getByRole("button", { name: "Create Key" }).first().click();
    letArrive();
    await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  await test.step("the switch to the test side", async () => {
    const letArrive = await openWithoutScripts(page, "/home");
    await page.getByRole("radio", { name: "Test" }).click();
    letArrive();
    await expect(page.getByRole("complementary", { name: "Test mode" })).toBeVisible();
    await expect(waiting(page)).toBeHidden();
  });
});

test("early presses of a tab and of menus are heard", async ({ page, request }) => {
  const account = await bootstrap("Early Menus");
  const type = { title: "Intro call", slug: "intro-call" };
  const { id } = await createEventType(request, account.live_key, type);
  await signIn(page, account);

  await test.step("a tab", async () => {
    const letArrive = await openWithoutScripts(page, `/event-types/${id}`);
    await page.getByRole("tab", { name: "Limits" }).click();
    letArrive();
    await expect(page.getByLabel("Free time before")).toBeVisible();
    await expect(page).toHaveURL(/\?tab=limits$/);
  });

  await test.step("a menu, by keyboard", async () => {
    const letArrive = await openWithoutScripts(page, "/event-types");
    const menu = page.getByRole("button", { name: "More about Intro call" });
    await menu.focus();
    await page.keyboard.press("Enter");
    letArrive();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
  });

  await test.step("of two presses, the last: a menu, by mouse", async () => {
    const letArrive = await openWithoutScripts(page, "/event-types");
    await page.getByRole("radio", { name: "Test" }).click();
    await page.getByRole("button", { name: "More about Intro call" }).click();
    letArrive();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Test mode" })).toBeHidden();
  });
});

test("what is typed early stays, and is what is saved", async ({ page }) => {
  await signIn(page, await bootstrap("Early Words"));
  const letArrive = await openWithoutScripts(page, "/settings/organization");
  await page.getByLabel("Name").fill("Earlier Words");
  letArrive();
  await expect(page.getByLabel("Address")).toHaveValue(/^early-words/);
  await expect(page.getByLabel("Name")).toHaveValue("Earlier Words");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The organization is changed")).toBeVisible();
  await expect(page.getByRole("complementary").getByText("Earlier Words").first()).toBeVisible();

  const letTypeArrive = await openWithoutScripts(page, "/event-types/new");
  await page.getByLabel("Title").pressSequentially("My talk");
  letTypeArrive();
  // React hears of it as of any typing: the address follows the title.
  await expect(page.getByLabel("Address")).toHaveValue("my-talk");
  await page.keyboard.type("s");
  await expect(page.getByLabel("Title")).toHaveValue("My talks");
  await expect(page.getByLabel("Address")).toHaveValue("my-talks");
});
