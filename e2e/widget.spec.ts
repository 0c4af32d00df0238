import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { picture } from "./fixtures";
import {
  listenToWidget,
  newType,
  ofFocused,
  scriptTag,
  serveForeignSite,
  timeAt,
  toldOf,
} from "./foreign-site";

const site = serveForeignSite();

/** What a site's own style sheet may do to all that stands in its page. */
const hostile = `<style>
  * { color: rgb(255, 0, 0) !important; letter-spacing: 9px; }
  button, input, table { display: none !important; }
  h2 { font-size: 99px !important; }
  body { font: 31px fantasy; text-align: right; }
</style>`;

test("a visitor of another site books inline, whatever that site's styles and policy are", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "inline");
  const origin = new URL(baseURL ?? "").origin;
  site.pages.set("/inline", {
    policy: `default-src 'none'; style-src 'unsafe-inline'; script-src ${origin}; connect-src ${origin}`,
    html: `<!doctype html><html lang="en"><title>Site</title>${hostile}<h2 id="own">Own heading</h2>
      <div data-astrocal-event-type="${type.id}" data-astrocal-name="Ada" data-astrocal-meta-source="site">
        <a href="${type.booking_url}">Book a time</a></div>${scriptTag(baseURL)}`,
  });
  const asked: { path: string; cookie: string | undefined }[] = [];
  const forbidden: string[] = [];
  page.on("request", (each) => {
    const { pathname, origin: own } = new URL(each.url());
    if (own === origin) asked.push({ path: pathname, cookie: each.headers()["cookie"] });
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) forbidden.push(message.text());
  });
  await listenToWidget(page);
  await page.goto(`${site.origin}/inline`);

  const heading = page.getByRole("heading", { name: "Coffee chat" });
  await expect(heading).toBeVisible();
  await expect(page.getByRole("link", { name: "Book a time" })).toHaveCount(0);
  await expect(heading).not.toHaveCSS("color", "rgb(255, 0, 0)");
  await expect(heading).not.toHaveCSS("font-size", "99px");
  await expect(heading).not.toHaveCSS("text-align", "right");
  await expect(heading).toHaveCSS("letter-spacing", "normal");
  // And the other way round: nothing of the widget's reaches the site.
  await expect(page.locator("#own")).toHaveCSS("font-size", "99px");
  expect(await page.evaluate(() => document.querySelectorAll("h2, button, style").length)).toBe(2);

  await page.getByRole("button", { name: "Next month" }).click();
  await timeAt(page, 0).click();
  await expect(page.getByRole("heading", { name: "Your details" })).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeFocused();

  const [booking] = await type.bookings();
  expect(booking).toMatchObject({ invitee_name: "Ada", metadata: { source: "site" } });
  expect(await toldOf(page, "created")).toMatchObject([{ id: booking?.id }]);
  const steps = ["loading", "time", "details", "done"];
  expect(await toldOf(page, "step")).toEqual(steps);
  expect(forbidden).toEqual([]);
  const paths = asked.map(({ path }) => path.replace(type.id, ":id"));
  const publicPaths = ["/v1/availability", "/v1/bookings", "/v1/public/event-types/:id"];
  expect([...new Set(paths)].toSorted()).toEqual([...publicPaths, "/widget/v1/astrocal.js"]);
  expect(asked.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);

  // What was booked can be moved at once.
  await page.getByRole("button", { name: "Move to another time" }).click();
  await timeAt(page, 2).click();
  await page.getByRole("button", { name: "Move booking" }).click();
  await expect(page.getByRole("heading", { name: "Your booking is moved" })).toBeVisible();
  expect(await toldOf(page, "rescheduled")).toMatchObject([{ id: booking?.id }]);
});

test("a visitor books in the popup by keyboard alone, and is where they were when it closes", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "popup");
  site.pages.set("/popup", {
    html: `<!doctype html><html lang="en"><title>Site</title><a href="#a">Before</a>
      <a href="${type.booking_url}" data-astrocal-event-type="${type.id}" data-astrocal-mode="popup">Book</a>
      <a href="#z">After</a>${scriptTag(baseURL)}`,
  });
  await listenToWidget(page);
  const ready = page.waitForEvent("requestfinished", (each) => each.url().endsWith("astrocal.js"));
  await page.goto(`${site.origin}/popup`);
  await ready;
  const { keyboard } = page;
  await page.getByRole("link", { name: "Before" }).focus();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Coffee chat" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("heading", { name: "Coffee chat" })).toBeFocused();
  await expect(timeAt(dialog, 0)).toBeVisible();
  // Tab goes round in the dialog, past the browser's own bar, and never into the page.
  for (let count = 0; count < 60; count += 1) {
    await keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("A");
  }
  for (let count = 0; count < 60; count += 1) {
    if ((await ofFocused(page, "data-date")) !== null) break;
    await keyboard.press("Tab");
  }
  await keyboard.press("PageDown");
  const days = dialog.getByRole("grid").getByRole("button", { name: / free times?$/ });
  await expect(days.first()).toBeVisible();
  while ((await ofFocused(page, "aria-disabled")) === "true") {
    await keyboard.press("ArrowRight");
  }
  await keyboard.press("Enter");
  await expect(timeAt(dialog, 0)).toBeVisible();
  await keyboard.press("Tab");
  await expect(timeAt(dialog, 0)).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Your details" })).toBeVisible();
  while ((await ofFocused(page, "name")) !== "invitee_name") {
    await keyboard.press("Tab");
  }
  await keyboard.type("Grace Hopper");
  await keyboard.press("Tab");
  await keyboard.type("grace@example.com");
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "You are booked" })).toBeVisible();
  expect((await type.bookings()).map((each) => each.invitee_name)).toEqual(["Grace Hopper"]);

  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Book" })).toBeFocused();
  expect(await toldOf(page, "close")).toHaveLength(1);
});

test("a time that is lost while typing leads back to those that are free, with the form kept", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "lost");
  const html = `<!doctype html><div data-astrocal-event-type="${type.id}"></div>${scriptTag(baseURL)}`;
  site.pages.set("/lost", { html });
  await listenToWidget(page);
  await page.goto(`${site.origin}/lost`);
  await page.getByRole("button", { name: "Next month" }).click();
  await timeAt(page, 0).click();
  await page.getByLabel("Name").fill("Slow Typist");
  await page.getByLabel("E-mail").fill("slow@example.com");
  const sent = page.waitForRequest((each) => each.method() === "POST");
  await page.route("**/v1/bookings", async (route) => {
    const fields = z.object({}).loose().parse(route.request().postDataJSON());
    const rival = { ...fields, invitee_name: "Quick Rival", invitee_email: "quick@example.com" };
    expect((await request.post("/v1/bookings", { data: rival })).status()).toBe(201);
    await route.continue();
  });
  await page.getByRole("button", { name: "Book this time" }).click();
  await sent;
  await expect(page.getByRole("alert").filter({ hasText: "taken by someone else" })).toBeFocused();
  await page.unroute("**/v1/bookings");
  await timeAt(page, 0).click();
  await expect(page.getByLabel("Name")).toHaveValue("Slow Typist");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
  expect(await toldOf(page, "error")).toHaveLength(1);
});

test("a page opens, changes and removes widgets by script, in its own colours and words", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "script");
  const html = `<!doctype html><style>:root { --astrocal-accent: rgb(1, 2, 3); }</style>
    <div id="place"><em>before</em></div>${scriptTag(baseURL)}`;
  site.pages.set("/script", { html });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${site.origin}/script`);
  await page.waitForFunction(() => window.Astrocal !== undefined);
  await page.evaluate((eventType) => {
    const place = document.querySelector("#place");
    if (place === null) return;
    const labels = { timeZone: "Zeitzone" };
    window.Astrocal?.mount(place, { eventType, locale: "de", timeZone: "Asia/Tokyo", labels });
  }, type.id);
  const frame = page.getByRole("group", { name: "Coffee chat" });
  await expect(frame).toBeVisible();
  await expect(page.getByLabel("Zeitzone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByRole("columnheader", { name: /^Mo/ })).toBeVisible();
  const luminance = async () => {
    const color = await frame.evaluate((each) => getComputedStyle(each).backgroundColor);
    return Number(/\d+/.exec(color)?.[0]);
  };
  expect(await luminance()).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await luminance()).toBe(255);
  await page.evaluate(() => {
    const place = document.querySelector("#place");
    if (place !== null) window.Astrocal?.update({ theme: "dark" }, place);
  });
  expect(await luminance()).toBeLessThan(60);
  await timeAt(page, 0).hover();
  await expect(timeAt(page, 0)).toHaveCSS("border-color", "rgb(1, 2, 3)");

  await page.evaluate((eventType) => {
    const called: string[] = [];
    Object.assign(window, { called });
    window.Astrocal?.open({
      eventType,
      onStep: (step) => {
        called.push(step);
        throw new Error("a mistake of the site's own");
      },
      onClose: () => called.push("closed"),
    });
  }, type.id);
  await expect(page.getByRole("dialog", { name: "Coffee chat" })).toBeVisible();
  await page.evaluate(() => window.Astrocal?.close());
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const called: unknown = await page.evaluate(() => Reflect.get(window, "called"));
  expect(called).toEqual(["loading", "time", "closed"]);
  await page.evaluate(() => window.Astrocal?.destroy());
  await expect(page.getByText("before")).toBeVisible();
  await expect(frame).toHaveCount(0);
});

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const AxeResult = z.object({ violations: z.array(z.object({ id: z.string() }).loose()) });

for (const scheme of ["light", "dark"] as const) {
  test(`on a phone nothing is cut off, and axe finds nothing wrong, in ${scheme} colours`, async ({
    page,
    request,
    baseURL,
  }) => {
    const type = await newType(request, `phone-${scheme}`);
    const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
      <title>Site</title><style>body { margin: 8px; background: ${scheme === "dark" ? "#111" : "#fff"} }</style>
      <main><h1 style="color: #888">Site</h1><div data-astrocal-event-type="${type.id}"></div></main>${scriptTag(baseURL)}`;
    site.pages.set("/phone", { html });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${site.origin}/phone`);
    await page.addScriptTag({ path: axePath });
    const check = async () => {
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(tooWide).toBe(false);
      const result = await page.evaluate(async () => {
        const axe: { run: (context: unknown) => Promise<unknown> } = Reflect.get(window, "axe");
        return await axe.run({ include: ["[data-astrocal-event-type]"] });
      });
      expect(AxeResult.parse(result).violations).toEqual([]);
    };
    await page.getByRole("button", { name: "Next month" }).click();
    await expect(timeAt(page, 0)).toBeVisible();
    await check();
    await picture(page, `widget-${scheme}`);
    await timeAt(page, 0).click();
    await check();
    await page.getByRole("button", { name: "Book this time" }).click();
    await expect(page.getByText("Please fill this in.").first()).toBeVisible();
    await check();
  });
}

test("what cannot be booked says so, and can be tried again", async ({ page, baseURL }) => {
  const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
  const html = `<!doctype html><div data-astrocal-event-type="${id}"></div>${scriptTag(baseURL)}`;
  site.pages.set("/none", { html });
  await page.goto(`${site.origin}/none`);
  await expect(page.getByRole("alert")).toContainText("there is no such event type");
  await expect(page.getByRole("group", { name: "Choose a time" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});
