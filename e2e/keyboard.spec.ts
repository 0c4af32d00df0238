import { expect, type Locator, type Page, test } from "@playwright/test";

/** Why nobody would see where focus is; nothing where they would. */
async function focusProblem(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const focused = document.activeElement;
    // Past the last stop, focus is in the browser's own bar.
    if (focused === null || focused === document.body) return "";
    const name = focused.outerHTML.slice(0, 160);
    const box = focused.getBoundingClientRect();
    const isInView =
      box.width > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth;
    if (!isInView) return `out of view: ${name}`;
    // A link that is a whole row draws its outline around the row.
    const isOutlined = [getComputedStyle(focused), getComputedStyle(focused, "::after")].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    );
    return focused.matches(":focus-visible") && isOutlined ? "" : `not to be seen: ${name}`;
  });
}

/** Presses Tab until something has focus; wherever focus is on the way can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    expect(await focusProblem(page)).toBe("");
    if (await target.evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error(`80 times Tab do not lead to ${target.toString()}`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const isFocusedOn = (page: Page, attribute: string, value: string) =>
  page.evaluate(
    ([name = "", wanted]) => document.activeElement?.getAttribute(name) === wanted,
    [attribute, value],
  );

test("who has no mouse signs up, makes an event type and a key, and books", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { keyboard } = page;
  await page.goto("/sign-up");
  await tabTo(page, page.getByLabel("Organization"));
  await keyboard.type("Keys Alone");
  await tabTo(page, page.getByLabel("Your name"));
  await keyboard.type("Ada Lovelace");
  await tabTo(page, page.getByLabel("E-mail"));
  await keyboard.type(`keys-${Date.now()}@example.com`);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await keyboard.type("a difference engine");
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole("heading", { name: "Hello, Ada" })).toBeVisible();

  await press(page, "Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await press(page, "Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await press(page, "?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  await press(page, "Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();

  await press(page, "c");
  await expect(page).toHaveURL(/\/event-types\/new$/);
  await tabTo(page, page.getByLabel("Title"));
  await keyboard.type("Intro call");
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/event-types\/[0-9a-f-]{36}/);
  await tabTo(page, page.getByRole("tab", { name: "Availability" }));
  await press(page, "ArrowRight");
  await expect(page.getByRole("tab", { name: "Limits" })).toBeFocused();
  await expect(page.getByLabel("Free time before")).toBeVisible();

  await press(page, "g", "k");
  await expect(page.getByRole("heading", { name: "API Keys", exact: true })).toBeVisible();
  const create = page.getByRole("button", { name: "Create Key" }).first();
  await tabTo(page, create);
  await press(page, "Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(create).toBeFocused();
  await press(page, "Enter");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await keyboard.type("My integration");
  await press(page, "Enter");
  await expect(dialog.getByRole("button", { name: "Copy key" })).toBeFocused();
  await press(page, "Enter");
  await expect(dialog.getByText("Copied", { exact: true })).toBeAttached();
  const key = await dialog.getByLabel("Live key").inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  // It is shown once: no key that is pressed by accident takes it away.
  await press(page, "Escape");
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Done" }));
  await press(page, "Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("cell", { name: /My integration/ })).toBeVisible();
  await expect(page.locator("body")).not.toBeFocused();

  await press(page, "Control+k");
  const palette = page.getByRole("dialog", { name: "Search or go to" });
  await expect(palette).toBeVisible();
  await keyboard.type("intro");
  const found = page.getByRole("option", { name: "Intro call" });
  await expect(found).toHaveAttribute("aria-selected", "true");
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/event-types\/[0-9a-f-]{36}/);
  const opened = context.waitForEvent("page");
  await tabTo(page, page.getByRole("link", { name: "Open page" }));
  await press(page, "Enter");
  await bookByKeys(await opened);

  await press(page, "g", "b");
  await expect(page).toHaveURL(/\/bookings$/);
  await tabTo(page, page.getByRole("link", { name: /Grace Hopper/ }));
  await press(page, "Enter");
  const cancel = page.getByRole("button", { name: "Cancel booking" });
  await expect(cancel).toBeVisible();
  await tabTo(page, cancel);
  await press(page, "Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await press(page, "Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(cancel).toBeFocused();
});

/** Chooses a day of the next month and a time, and leaves a name. */
async function bookByKeys(page: Page): Promise<void> {
  const { keyboard } = page;
  await expect(page.getByRole("heading", { name: "Intro call" })).toBeVisible();
  await tabTo(page, page.getByRole("grid").locator('button[tabindex="0"]'));
  await press(page, "PageDown");
  const free = page.getByRole("grid").getByRole("button", { name: / free times?$/ });
  await expect(free.first()).toBeVisible();
  for (let days = 0; days < 7 && (await isFocusedOn(page, "aria-disabled", "true")); days += 1) {
    await press(page, "ArrowRight");
  }
  await press(page, "Enter");
  await tabTo(page, page.getByRole("listitem").getByRole("button").first());
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "Your details" })).toBeFocused();
  await tabTo(page, page.getByLabel("Name"));
  await press(page, "Enter");
  // What is wrong is said, and focus is where it is to be mended.
  await expect(page.getByText("Please fill this in.").first()).toBeVisible();
  await expect(page.getByLabel("Name")).toBeFocused();
  await keyboard.type("Grace Hopper");
  await tabTo(page, page.getByLabel("E-mail"));
  await keyboard.type("grace@example.com");
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
}
