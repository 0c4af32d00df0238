import { createServer } from "node:http";
import { type APIRequestContext, type Locator, type Page, test } from "@playwright/test";
import { z } from "zod";
import { bootstrap, createEventType } from "./fixtures";

/** A site of somebody else's: plain pages on a port of its own, so that every call to us comes from another origin. */
export type ForeignSite = { origin: string; pages: Map<string, { html: string; policy?: string }> };

/** Serves a foreign site while a file's stories run. */
export function serveForeignSite(): ForeignSite {
  const site: ForeignSite = { origin: "", pages: new Map() };
  const server = createServer((request, response) => {
    const page = site.pages.get(request.url ?? "");
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
      ...(page?.policy !== undefined && { "content-security-policy": page.policy }),
    });
    response.end(page?.html ?? "");
  });
  test.beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const bound = server.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    site.origin = `http://127.0.0.1:${port}`;
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return site;
}

const Told = z.array(z.object({ type: z.string(), detail: z.unknown() }));

/** Notes the widget's events, from before it is there. */
export async function listenToWidget(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const type of ["created", "rescheduled", "error", "close", "step"]) {
      document.addEventListener(`astrocal:${type}`, (event) => {
        const detail: unknown = event instanceof CustomEvent ? event.detail : null;
        told.push({ type, detail: detail instanceof Error ? detail.message : detail });
      });
    }
  });
}

/** What the widget has told so far, of one kind. */
export async function toldOf(page: Page, type: string): Promise<unknown[]> {
  const told = Told.parse(await page.evaluate(() => Reflect.get(window, "told")));
  return told.flatMap((each) => (each.type === type ? [each.detail] : []));
}

/** An attribute of what has focus, also within the widget; null where it has none. */
export async function ofFocused(page: Page, attribute: string): Promise<string | null> {
  return await page.evaluate((name) => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.getAttribute(name) ?? null;
  }, attribute);
}

/** A time of the list, by its place: which times are free depends on the day of the test. */
export const timeAt = (scope: Page | Locator, index: number) =>
  scope.getByRole("listitem").getByRole("button").nth(index);

/** What a site has in its page. */
export const scriptTag = (baseURL = "") =>
  `<script async src="${baseURL}/widget/v1/astrocal.js"></script>`;

const Bookings = z.object({
  data: z.array(z.object({ id: z.string(), invitee_name: z.string(), metadata: z.unknown() })),
});

/** An event type of an organization of its own, and how to read its bookings. */
export async function newType(request: APIRequestContext, slug: string) {
  const account = await bootstrap(`Widgets ${slug}`);
  const key = account.live_key;
  const type = await createEventType(request, key, { title: "Coffee chat", slug });
  const bookings = async () => {
    const headers = { authorization: `Bearer ${key}` };
    const response = await request.get("/v1/bookings", { headers });
    return Bookings.parse(await response.json()).data;
  };
  return { ...type, account, key, bookings };
}
