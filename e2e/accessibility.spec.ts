import { type Browser, expect, test } from "@playwright/test";
import { bringAxe, findWrong } from "./axe";
import { type Account, signIn } from "./fixtures";
import {
  chooseTheme,
  dashboardPages,
  emptyPages,
  enter,
  leave,
  missing,
  over,
  publicPages,
  type Shown,
  testModePages,
  visit,
} from "./pages";
import { makeWorld, type World } from "./world";

let world: World;

test.beforeAll(async ({ request }) => {
  world = await makeWorld(request);
});

test.afterAll(() => world.close());

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

/** A browser of somebody's own, and what goes wrong or is linked to on the pages that it shows. */
async function open(browser: Browser, account?: Account) {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: desktop,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const isNews = message.type() === "error" && !message.text().startsWith("Failed to load");
    if (isNews) problems.push(`${page.url()}: ${message.text()}`);
  });
  await bringAxe(page);
  if (account !== undefined) await signIn(page, account);
  return { page, problems, links: new Set<string>(), close: () => context.close() };
}

type Visitor = Awaited<ReturnType<typeof open>>;

/** Looks at a page as it is: light on a desktop, dark on a phone. @returns what is wrong */
async function look({ page, links }: Visitor, within?: string): Promise<string[]> {
  const wrong = await findWrong(page, within);
  const here = await page.evaluate(() => [...document.links].map(({ href }) => href));
  for (const link of here) links.add(link.split("#")[0] ?? "");
  await chooseTheme(page, "dark");
  // A list of choices closes when the window is made smaller.
  if ((await page.getByRole("listbox").count()) === 0) await page.setViewportSize(phone);
  const dark = await findWrong(page, within);
  await page.setViewportSize(phone);
  const tooWide = await page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth > window.innerWidth ? [`${scrollWidth} px wide on a phone`] : [];
  });
  await chooseTheme(page, "light");
  await page.setViewportSize(desktop);
  return [...wrong, ...dark.map((each) => `dark: ${each}`), ...tooWide];
}

async function lookAtAll(visitor: Visitor, pages: readonly Shown[]): Promise<void> {
  for (const { name, path, states } of pages) {
    await visit(visitor.page, path);
    expect.soft(await look(visitor), name).toEqual([]);
    for (const state of states) {
      await enter(visitor.page, state);
      const wrong = await look(visitor, state.over ? over : undefined);
      expect.soft(wrong, `${name}, ${state.name}`).toEqual([]);
      await leave(visitor.page, state);
    }
  }
}

/** The pages that were seen ran without an error, and nothing on them leads to nothing. */
async function expectSound({ page, problems, links, close }: Visitor, origin: string) {
  const broken: string[] = [];
  for (const link of links) {
    const { origin: elsewhere, pathname } = new URL(link);
    // What is inactive has no page until it is active again; what is missing is missing in every language.
    const isMissing = missing.some((path) => path === pathname);
    if (elsewhere !== origin || pathname.endsWith("/retired") || isMissing) continue;
    const status = (await page.request.get(link)).status();
    if (status !== 200) broken.push(`${status} ${link}`);
  }
  expect(broken).toEqual([]);
  expect(problems).toEqual([]);
  await close();
}

// A trace of so many pages would cost more than they do.
test.use({ trace: "off" });
test.describe.configure({ timeout: 180_000 });

test("everybody can use the public pages: in both themes, on a phone, by a screen reader", async ({
  browser,
  baseURL,
}) => {
  const visitor = await open(browser);
  await lookAtAll(visitor, publicPages(world));
  await expectSound(visitor, new URL(baseURL ?? "").origin);
});

test("everybody can use the dashboard", async ({ browser, baseURL }) => {
  const visitor = await open(browser, world.account);
  const { page } = visitor;
  await lookAtAll(visitor, dashboardPages(world));
  // The sidebar, as a phone shows it and in the theme that was not seen on a desktop.
  await visit(page, "/home");
  await chooseTheme(page, "dark");
  expect.soft(await findWrong(page), "dark home").toEqual([]);
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: "Open menu" }).click();
  await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible();
  expect.soft(await findWrong(page), "drawer").toEqual([]);
  await page.getByRole("dialog").getByRole("radio", { name: "Test" }).click();
  await expect(page.getByRole("complementary", { name: "Test mode" })).toBeVisible();
  await page.setViewportSize(desktop);
  await lookAtAll(visitor, testModePages);
  await expectSound(visitor, new URL(baseURL ?? "").origin);
});

test("everybody can use a dashboard in which there is nothing yet", async ({
  browser,
  baseURL,
}) => {
  const visitor = await open(browser, world.newcomer);
  await lookAtAll(visitor, emptyPages);
  await expectSound(visitor, new URL(baseURL ?? "").origin);
});
