import { expect, type Page, test } from "@playwright/test";
import { type Account, signIn } from "./fixtures";
import {
  chooseTheme,
  dashboardPages,
  emptyPages,
  enter,
  leave,
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

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** One picture in either theme; of the whole page, or of what is over it. */
async function take(page: Page, folder: string, name: string, fullPage: boolean): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await chooseTheme(page, theme);
    const path = `test-results/screenshots/${folder}-${theme}/${name}.png`;
    await page.screenshot({ path, fullPage });
  }
}

async function takeAll(page: Page, width: number, pages: readonly Shown[]): Promise<void> {
  for (const { name, path, states } of pages) {
    await visit(page, path);
    await take(page, String(width), name, true);
    for (const state of states) {
      await enter(page, state);
      await take(page, String(width), `${name}-${state.name}`, !state.over);
      await leave(page, state);
    }
  }
}

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });
    test.describe.configure({ timeout: 600_000 });

    test("public pages", async ({ page }) => {
      await takeAll(page, width, publicPages(world));
    });

    const viewers: [string, (world: World) => Account, (world: World) => readonly Shown[]][] = [
      ["the dashboard", ({ account }) => account, dashboardPages],
      ["the dashboard of who is new", ({ newcomer }) => newcomer, () => emptyPages],
    ];
    for (const [what, who, pages] of viewers) {
      test(what, async ({ page }) => {
        await signIn(page, who(world));
        await takeAll(page, width, pages(world));
      });
    }

    test("test mode", async ({ page }) => {
      await signIn(page, world.account);
      const drawer = page.getByRole("button", { name: "Open menu" });
      if (await drawer.isVisible()) await drawer.click();
      await page.getByRole("radio", { name: "Test" }).click();
      await expect(page.getByRole("complementary", { name: "Test mode" })).toBeVisible();
      await takeAll(page, width, testModePages);
    });
  });
}
