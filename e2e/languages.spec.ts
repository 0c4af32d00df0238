import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { bootstrap, createEventType, picture, signIn } from "./fixtures";

test.use({
  locale: "de-DE",
  timezoneId: "Europe/Berlin",
  viewport: { width: 360, height: 740 },
});

const timeAt = (page: Page, index: number) =>
  page.getByRole("main").getByRole("listitem").getByRole("button").nth(index);

const axeSource = async () =>
  await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AxeResult = z.object({ violations: z.array(z.object({ id: z.string() }).loose()) });

/** Nothing is cut off at the side, and axe finds nothing wrong. */
async function isSound(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide).toBe(false);
  await page.evaluate(await axeSource());
  const result = await page.evaluate(async () => {
    const axe: { run: () => Promise<unknown> } = Reflect.get(window, "axe");
    return await axe.run();
  });
  expect(AxeResult.parse(result).violations).toEqual([]);
}

/** A live event type of an organization of its own, at home in New York. */
async function newYorkType(
  request: APIRequestContext,
  name: string,
  availability: { rules?: object[]; overrides?: object[] } = {},
) {
  const account = await bootstrap(name);
  const type = await createEventType(request, account.live_key, {
    title: "Erstgespräch",
    slug: "intro",
  });
  const weekdays = [1, 2, 3, 4, 5].map((day) => ({
    day_of_week: day,
    start_time: "09:00",
    end_time: "17:00",
  }));
  const replaced = await request.put(`/v1/event-types/${type.id}/availability`, {
    headers: { authorization: `Bearer ${account.live_key}` },
    data: { timezone: "America/New_York", rules: weekdays, ...availability },
  });
  expect(replaced.status()).toBe(200);
  return { account, id: type.id, path: new URL(type.booking_url).pathname };
}

test("a German visitor books what a link has filled in, moves and cancels it, on a phone", async ({
  page,
  request,
}) => {
  const { path } = await newYorkType(request, "Sprachschule");
  const filledIn = new URLSearchParams({
    name: "Ada <b>Lovelace</b>",
    email: "ada@example.com",
    notes: "Erste Zeile",
    date: "2026-02-30",
    duration: "<script>",
  });
  await page.goto(`${path}?${filledIn.toString()}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Termin wählen" })).toBeVisible();
  await expect(page.getByRole("columnheader").first()).toHaveText("Mo");
  await expect(page.getByRole("navigation", { name: "Sprache" })).toBeVisible();
  await page.getByRole("button", { name: "Nächster Monat" }).click();
  // 9 o'clock in New York is 15 o'clock in Berlin, but for a few weeks in March.
  await expect(timeAt(page, 0)).toContainText(/1[45]:00/);
  await expect(timeAt(page, 0)).toContainText("9:00 in New York");
  await isSound(page);
  await picture(page, "german-times");

  await timeAt(page, 0).click();
  await expect(page.getByRole("heading", { name: "Ihre Angaben" })).toBeFocused();
  await expect(page.getByText(/^In New York: .*9:00/)).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada <b>Lovelace</b>");
  await expect(page.getByLabel("Anmerkungen")).toHaveValue("Erste Zeile");
  await page.getByLabel("E-Mail").fill("ada");
  await page.getByRole("button", { name: "Termin buchen" }).click();
  await expect(page.getByText("Bitte geben Sie eine E-Mail-Adresse")).toBeVisible();
  await isSound(page);
  await page.getByLabel("E-Mail").fill("ada@example.com");
  await page.getByRole("button", { name: "Termin buchen" }).click();

  await expect(page.getByRole("heading", { name: "Ihr Termin ist gebucht" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText(/^In New York: .*9:00/)).toBeVisible();
  await expect(page.getByText("Ada <b>Lovelace</b>")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await isSound(page);
  await picture(page, "german-booked");

  await page.getByRole("button", { name: "Termin verschieben" }).click();
  await timeAt(page, 2).click();
  await page.getByRole("button", { name: "Buchung verschieben" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Termin ist verschoben" })).toBeVisible();
  await page.getByRole("button", { name: "Buchung stornieren" }).click();
  await page.getByLabel("Grund").fill("Krank");
  await page.getByRole("button", { name: "Buchung stornieren" }).click();
  await expect(page.getByRole("heading", { name: "Diese Buchung ist storniert" })).toBeVisible();
  await expect(page.getByText("Grund: Krank")).toBeVisible();
  await isSound(page);
});

test("a visitor reads on in Japanese, and stays in it through the booking", async ({
  page,
  request,
}) => {
  const { path } = await newYorkType(request, "Sprachwechsel");
  await page.goto(`${path}?name=Ada&email=ada@example.com`);
  await page.getByRole("link", { name: "日本語" }).click();
  await expect(page.getByRole("heading", { name: "時間を選ぶ" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(page.getByRole("columnheader").first()).toHaveText("日");
  await page.getByRole("button", { name: "次の月" }).click();
  await expect(timeAt(page, 0)).toBeVisible();
  await isSound(page);
  await picture(page, "japanese-times");
  await timeAt(page, 0).click();
  await expect(page.getByLabel("お名前")).toHaveValue("Ada");
  await picture(page, "japanese-form");
  await page.getByRole("button", { name: "この時間で予約する" }).click();
  await expect(page.getByRole("heading", { name: "予約が完了しました" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("ja");
  await picture(page, "japanese-booked");
  await page.goto("/no-such-organization/call?lang=fr");
  await expect(page.getByRole("heading", { name: "Il n’y a pas de page" })).toBeVisible();
});

test("where a month is full, the next free time is found past several months", async ({
  page,
  request,
}) => {
  const day = (monthsAhead: number) => {
    const now = new Date();
    const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsAhead, 15));
    return at.toISOString().slice(0, "YYYY-MM-DD".length);
  };
  const overrides = [2, 7].map((ahead) => ({
    date: day(ahead),
    windows: [{ start_time: "09:00", end_time: "10:00" }],
  }));
  const { path } = await newYorkType(request, "Selten frei", { rules: [], overrides });
  const month = (ahead: number) =>
    new Date(day(ahead)).toLocaleDateString("de", {
      timeZone: "UTC",
      month: "long",
      year: "numeric",
    });
  await page.goto(path);
  await expect(page.getByRole("heading", { name: month(2) })).toBeVisible();
  await page.getByRole("button", { name: "Nächster Monat" }).click();
  await expect(page.getByText(`Keine freien Termine im ${month(3)}.`)).toBeVisible();
  await page.getByRole("button", { name: /^Nächster freier Termin: / }).click();
  await expect(page.getByRole("heading", { name: month(7) })).toBeVisible();
  await expect(timeAt(page, 1)).toBeVisible();
  await page.getByRole("button", { name: "Nächster Monat" }).click();
  await expect(page.getByText("Auch in den weiteren buchbaren Monaten")).toBeVisible({
    timeout: 30_000,
  });
});

test("a booking page has its organization's colour, an image for links, and words for search engines", async ({
  page,
  request,
}) => {
  const { account, path } = await newYorkType(request, "Farbenfroh");
  await page.setViewportSize({ width: 1200, height: 800 });
  await signIn(page, account);
  await page.goto("/settings/organization");
  // Too bright to be seen on white as it is, and too bright for white words.
  const color = page.getByLabel("Color");
  await expect(async () => {
    await color.fill("#ffd400");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The organization is changed").first()).toBeVisible();
    await page.reload();
    // A form that was filled in before it was alive has forgotten it.
    await expect(color).toHaveValue("#ffd400", { timeout: 1000 });
  }).toPass();

  await page.goto(path);
  await page.getByRole("button", { name: "Nächster Monat" }).click();
  await expect(timeAt(page, 0)).toBeVisible();
  await isSound(page);
  await picture(page, "brand-times");
  await page.emulateMedia({ colorScheme: "dark" });
  await isSound(page);
  await timeAt(page, 0).click();
  const submit = page.getByRole("button", { name: "Termin buchen" });
  await expect(submit).toHaveCSS("background-color", "rgb(255, 212, 0)");
  await expect(submit).toHaveCSS("color", "rgb(0, 0, 0)");
  await isSound(page);

  const address = new URL(path, page.url()).href;
  const canonical = page.locator('link[rel="canonical"]');
  expect(new URL((await canonical.getAttribute("href")) ?? "").pathname).toBe(path);
  await expect(page.locator('link[hreflang="ja"]')).toHaveAttribute("href", /\?lang=ja$/);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /Farbenfroh/);
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const drawn = await request.get(new URL(image ?? "", address).pathname);
  expect(drawn.headers()["content-type"]).toBe("image/png");
  expect((await drawn.body()).readUInt32BE(16)).toBe(1200);
  await page.goto(new URL(image ?? "", address).pathname);
  await picture(page, "open-graph");
  expect((await request.get("/no/such/opengraph-image")).status()).toBe(404);
});

/** Issued as kB of 1000 bytes, as sent: React is 58 of them. */
const mostBytes = 100_000;

test("a booking page loads no more JavaScript than it may", async ({ request, baseURL }) => {
  const { path } = await newYorkType(request, "Sparsam");
  const answer = await request.get(path);
  expect(answer.headers()["content-encoding"]).toBe("gzip");
  const html = await answer.text();
  const scripts = [
    ...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/gu),
    ...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/gu),
  ].map(([, source = ""]) => source);
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    scripts.map(async (source) => {
      const script = await request.get(new URL(source, baseURL).href);
      expect(script.status()).toBe(200);
      expect(script.headers()["cache-control"]).toContain("immutable");
      return gzipSync(await script.body()).length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
});

test("a visitor who finds no time joins the waitlist and leaves it, in German", async ({
  page,
  request,
}) => {
  const { account, id, path } = await newYorkType(request, "Warteliste", { rules: [] });
  const enabled = await request.patch(`/v1/event-types/${id}`, {
    headers: { authorization: `Bearer ${account.live_key}` },
    data: { waitlist_enabled: true },
  });
  expect(enabled.status()).toBe(200);
  await page.goto(`${path}?name=Ada&lang=de`);
  await page.getByText("Kein passender Termin?").click();
  await page.getByRole("button", { name: "Auf die Warteliste setzen" }).click();
  await expect(page.getByText("Bitte füllen Sie dieses Feld aus.")).toBeVisible();
  const form = page.getByRole("group").filter({ hasText: "Kein passender Termin?" });
  await expect(form.getByLabel("Name")).toHaveValue("Ada");
  await form.getByLabel("E-Mail").fill("ada@example.com");
  await page.getByRole("button", { name: "Auf die Warteliste setzen" }).click();
  await expect(page.getByRole("heading", { name: "Sie stehen auf der Warteliste" })).toBeVisible();
  await isSound(page);
  await page.getByRole("button", { name: "Warteliste verlassen" }).click();
  await expect(page.getByRole("heading", { name: "Sie haben die Warteliste" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("de");
});
