import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { bootstrap, picture, signIn } from "./fixtures";

/** What the page asks of other hosts, and what its own policy forbids it. */
function watch(page: Page, baseURL = ""): { outside: string[]; forbidden: string[] } {
  const seen: { outside: string[]; forbidden: string[] } = { outside: [], forbidden: [] };
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = origin === new URL(baseURL).origin || ["data:", "blob:"].includes(protocol);
    if (!isOwn) seen.outside.push(request.url());
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) seen.forbidden.push(message.text());
  });
  return seen;
}

const Keys = z.object({ data: z.array(z.object({ name: z.string() })) });

test("an admin tries an operation from a guide, with a test key that is filled in", async ({
  page,
  request,
  baseURL,
}) => {
  const account = await bootstrap("Playground Organization");
  await signIn(page, account);
  const seen = watch(page, baseURL);
  await page.getByRole("link", { name: "Documentation" }).click();
  await page.getByRole("main").getByRole("link", { name: "Quickstart" }).first().click();
  await expect(page.getByRole("heading", { name: "Quickstart", level: 1 })).toBeVisible();
  await picture(page, "guide");

  const example = page.getByRole("figure").filter({ hasText: "GET /v1/event-types" });
  await example.getByRole("link", { name: "Try it in the API playground" }).click();
  await expect(page.getByText("Requests use a test key of Playground Organization")).toBeVisible();
  await expect(page.getByRole("heading", { name: "List event types" })).toBeInViewport();

  await page
    .getByRole("region", { name: "List event types" })
    .getByRole("button", { name: "Test Request" })
    .click();
  const answered = page.waitForResponse((response) => response.url().endsWith("/v1/event-types"));
  await page.getByRole("button", { name: /^Send get request/ }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByText("200 OK")).toBeVisible();
  await expect(page.getByText('"Test Event"')).toBeVisible();
  await picture(page, "playground");

  await page.reload();
  await expect(page.getByText("Requests use a test key of Playground Organization")).toBeVisible();
  const keys = await request.get("/v1/api-keys?mode=test", {
    headers: { authorization: `Bearer ${account.live_key}` },
  });
  const made = Keys.parse(await keys.json()).data.filter(({ name }) => name === "API playground");
  expect(made).toHaveLength(1);
  await expect(page).toHaveTitle("API reference · Astrocal");
  expect(seen).toEqual({ outside: [], forbidden: [] });
});

test("a stranger reads the API reference, and is led back to it by signing in", async ({
  page,
  baseURL,
}) => {
  const seen = watch(page, baseURL);
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { name: "Astrocal API" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=\/docs\/api$/);
  expect(seen).toEqual({ outside: [], forbidden: [] });
});

const Refused = z.object({ error: z.object({ doc_url: z.url() }) });
const Document = z.object({
  components: z.object({
    schemas: z.object({
      Error: z.object({
        properties: z.object({
          error: z.object({
            properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }),
          }),
        }),
      }),
    }),
  }),
});

test("an error's doc_url leads to what is said of its code, as it does for every code", async ({
  page,
  request,
}) => {
  const refused = await request.get("/v1/bookings");
  const { error } = Refused.parse(await refused.json());
  await page.goto(error.doc_url);
  await expect(page.getByRole("heading", { name: "unauthorized" })).toBeInViewport();
  await expect(page.getByRole("heading", { name: "validation_error" })).not.toBeInViewport();

  const document = Document.parse(await (await request.get("/v1/openapi.json")).json());
  const codes = document.components.schemas.Error.properties.error.properties.code.enum;
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) {
    await expect(page.locator(`h2#${code}`)).toHaveText(code);
  }
});

test("the language that a reader chooses is that of all examples, on later visits too", async ({
  page,
}) => {
  await page.goto("/docs/authentication");
  const shown = page.locator("pre:visible");
  await expect(shown.first()).toContainText("curl http");
  await page.getByRole("radio", { name: "TypeScript" }).first().click();
  await expect(shown.first()).toContainText("await fetch");
  await expect(page.getByRole("radio", { name: "TypeScript" }).nth(1)).toBeChecked();

  await page.getByRole("link", { name: "Sandbox mode" }).last().click();
  await expect(page.getByRole("heading", { name: "Sandbox mode", level: 1 })).toBeVisible();
  await expect(shown.first()).toContainText("await fetch");
  await page.reload();
  await expect(shown.first()).toContainText("await fetch");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("guides fit, and their list is behind a button", async ({ page }) => {
    await page.goto("/docs/errors#quota_exceeded");
    await expect(page.getByRole("heading", { name: "quota_exceeded" })).toBeInViewport();
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(false);
    await page.getByRole("button", { name: "Open menu" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Idempotency" }).click();
    await expect(page.getByRole("heading", { name: "Idempotency", level: 1 })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
