import { expect, type Page } from "@playwright/test";
import type { World } from "./world";

/** Something that a page can show: how one comes to it. What opens over the page is left by Escape. */
export type State = { name: string; over: boolean; open: (page: Page) => Promise<void> };

/** A page, and what is seen on it, one after the other without loading it anew. */
export type Shown = { name: string; path: string; states: readonly State[] };

/** Over a page: dialogs, menus and lists. */
export const over = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

const shown = (name: string, path: string, ...states: State[]): Shown => ({ name, path, states });

/** Something over the page, opened by a button, or by an item of that button's menu. */
const opens = (name: string, button: string | RegExp, item?: string): State => ({
  name,
  over: true,
  open: async (page) => {
    const opener = page.getByRole("button", { name: button }).first();
    const drawer = page.getByRole("button", { name: "Open menu" });
    if (!(await opener.isVisible()) && (await drawer.isVisible())) await drawer.click();
    await opener.click();
    if (item !== undefined) await page.getByRole("menuitem", { name: item }).click();
  },
});

/** A list of choices, opened. */
const lists = (name: string, box: string): State => ({
  name,
  over: true,
  open: async (page) => await page.getByRole("combobox", { name: box }).first().click(),
});

/** Something in the page itself. */
const inPage = (name: string, open: State["open"]): State => ({ name, over: false, open });

/** What is said of a form that is sent as it is. */
const refused = (button: string): State =>
  inPage("refused", async (page) => {
    await page.getByRole("button", { name: button }).click();
    await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
  });

const byKey = (name: string, key: string): State => ({
  name,
  over: true,
  open: async (page) => await page.keyboard.press(key),
});

const tab = (name: string, ...states: State[]): State[] => [
  inPage(name.toLowerCase(), async (page) => {
    await page.getByRole("tab", { name }).click();
    await expect(page.getByRole("tabpanel", { name })).toBeVisible();
  }),
  ...states,
];

const guides = ["quickstart", "authentication", "team", "errors", "rate-limits"] as const;

/** Hosted pages that there are none of. */
export const missing = ["/nobody/nothing", "/manage/none"] as const;

/** Pages for everybody, as a stranger sees them. Not among them is /docs/api, which a library of others draws. */
export const publicPages = (world: World): Shown[] => [
  shown("landing", "/", opens("theme-menu", "Theme")),
  shown("sign-in", "/sign-in", refused("Sign in")),
  shown("sign-up", "/sign-up", refused("Create organization"), lists("zones", "Time zone")),
  shown("forgot-password", "/forgot-password"),
  shown("reset-password", "/reset-password?token=none"),
  shown("invitation", world.invitation),
  shown("invitation-over", "/invitations/none"),
  shown("docs", "/docs"),
  ...guides.map((slug) => shown(`guide-${slug}`, `/docs/${slug}`)),
  shown(
    "booking-page",
    world.bookingPage,
    lists("zones", "Time zone"),
    inPage("details", async (page) => {
      await page.getByRole("button", { name: "Next month" }).click();
      await page.getByRole("listitem").getByRole("button").first().click();
      await expect(page.getByLabel("E-mail")).toBeVisible();
    }),
    refused("Book this time"),
  ),
  shown(
    "group-page",
    world.groupPage,
    inPage("waitlist", async (page) => {
      await page.getByText("Join the waitlist").first().click();
      await expect(page.getByRole("button", { name: "Join the waitlist" })).toBeVisible();
    }),
  ),
  shown("booked", `${world.manage}&new=1`),
  shown(
    "manage",
    world.manage,
    inPage("move", async (page) => {
      await page.getByRole("button", { name: "Move to another time" }).click();
      await expect(page.getByRole("grid")).toBeVisible();
    }),
  ),
  shown(
    "manage-again",
    world.manage,
    inPage("cancel", async (page) => {
      await page.getByRole("button", { name: "Cancel booking" }).click();
      await expect(page.getByLabel("Reason")).toBeVisible();
    }),
  ),
  shown("cancelled", world.cancelled),
  shown("wrong-link", `${missing[1]}?token=none`),
  shown("waiting", world.waiting),
  shown("no-booking-page", missing[0]),
  shown("not-found", "/no/such/page"),
];

/** Pages of the dashboard, as its owner sees them. */
export const dashboardPages = (world: World): Shown[] => [
  shown(
    "home",
    "/home",
    opens("organizations", /Switch organization/),
    opens("new-organization", /Switch organization/, "New organization"),
    opens("account-menu", /^Account of/),
    byKey("palette", "Control+k"),
    byKey("shortcuts", "?"),
  ),
  shown(
    "event-types",
    "/event-types",
    opens("menu", /^More about/),
    opens("delete", /^More about/, "Delete…"),
  ),
  shown("new-event-type", "/event-types/new", refused("Create event type")),
  shown(
    "event-type",
    world.eventType,
    opens("why", "Why is a time missing?"),
    ...tab("Availability", opens("override", "Add dates")),
    ...tab("Limits"),
    ...tab("Guests"),
    ...tab("Hosts", lists("add-host", "Add a host")),
    inPage("embed", async (page) => {
      await page.getByRole("tab", { name: "Embed" }).click();
      // Named once the widget has loaded what it offers.
      await expect(page.getByRole("group", { name: "Intro call" })).toBeVisible();
    }),
    ...tab("Basics"),
    inPage("unsaved", async (page) => {
      await page.getByLabel("Title").fill("");
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.locator("[aria-invalid=true]")).toBeVisible();
    }),
    {
      name: "leave",
      over: true,
      open: async (page) =>
        await page.getByRole("main").getByRole("link", { name: "Event types" }).click(),
    },
  ),
  shown("bookings", "/bookings", lists("filter", "Event type")),
  shown("bookings-past", "/bookings?view=past"),
  shown("bookings-cancelled", "/bookings?view=cancelled"),
  shown(
    "booking",
    world.booking,
    opens("move", "Move"),
    opens("reassign", "Change host"),
    opens("cancel", "Cancel booking"),
  ),
  shown(
    "calendars",
    "/calendars",
    opens("connect", "Connect a calendar"),
    opens("menu", /^What to do with/),
    opens("disconnect", /^What to do with/, "Disconnect…"),
  ),
  shown("webhooks", "/webhooks", opens("add", "Add webhook")),
  shown(
    "webhook",
    world.webhook,
    opens("sample", "Send test event"),
    opens("replay", "Replay failed…"),
    opens("rotate", "Rotate secret…"),
    opens("delete", "Delete…"),
    lists("events", "Event"),
  ),
  shown("delivery", world.delivery),
  shown("usage", "/usage"),
  shown(
    "activity",
    "/activity",
    inPage("details", async (page) => {
      await page
        .getByRole("button", { name: /^Details/ })
        .first()
        .click();
    }),
    lists("what", "What"),
  ),
  shown(
    "team",
    "/settings/team",
    opens("invite", "Invite"),
    opens("menu", /^What to do with Grace/),
  ),
  shown("hours", world.memberHours),
  shown("organization", "/settings/organization"),
  shown(
    "api-keys",
    "/settings/api-keys",
    opens("menu", /^Actions for/),
    opens("rotate", /^Actions for/, "Rotate key…"),
    opens("revoke", /^Actions for/, "Revoke key…"),
    opens("create", "Create Key"),
  ),
  shown("api-key", world.apiKey),
  shown(
    "emails",
    "/emails",
    inPage("email", async (page) => {
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await expect(page.getByRole("region", { name: "Content" })).toBeVisible();
    }),
  ),
  shown("no-booking", "/bookings/none"),
  shown("no-event-type", "/event-types/none"),
  shown("no-webhook", "/webhooks/none"),
  shown("no-api-key", "/settings/api-keys/none"),
];

const empty =
  "home event-types bookings calendars webhooks usage activity settings/api-keys emails";

/** The same where there is nothing yet. */
export const emptyPages: Shown[] = empty
  .split(" ")
  .map((path) => shown(`empty-${path.split("/").at(-1)}`, `/${path}`));

/** The test side, whose accent is another. */
export const testModePages: Shown[] = [
  shown("test-home", "/home", opens("clock", "Real time")),
  shown("test-event-types", "/event-types"),
  shown("test-new-event-type", "/event-types/new", refused("Create event type")),
];

/** Goes to a page and waits until it is whole and alive: what is clicked before is lost. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1, h2").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.waitForFunction(() => {
    // Hosted pages are hydrated as one, by Preact; the others piece by piece, by React.
    const hosted = document.getElementById("page");
    if (hosted !== null) return "__k" in hosted;
    return [...document.querySelectorAll("button, a[href]")].every((each) =>
      Object.keys(each).some((key) => key.startsWith("__react")),
    );
  });
}

/** Shows the page in a theme, as the theme's menu does. */
export async function chooseTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.evaluate((theme) => {
    document.documentElement.dataset["theme"] = theme;
  }, theme);
}

/** Brings a page into a state. */
export async function enter(page: Page, state: State): Promise<void> {
  await state.open(page);
  if (state.over) await expect(page.locator(over).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** Closes by Escape what is over the page, after which focus is somewhere of use again. */
export async function leave(page: Page, state: State): Promise<void> {
  if (!state.over) return;
  // On a phone the drawer lies beneath what was opened from it.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page.locator(over)).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await expect
    .soft(page.locator("body"), `focus after ${state.name}`)
    .not.toBeFocused({ timeout: 1_000 });
}
