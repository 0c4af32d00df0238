import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { bootstrap, createEventType, freeSlots, picture, signIn } from "./fixtures";

type Received = { headers: Record<string, string>; body: string };

let server: Server;
let received: Received[] = [];
/** How the receiver answers. */
let status = 200;
let address = "";

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  received.push({ headers: Object.fromEntries(headers), body: await readText(request) });
  response.writeHead(status).end(`answered ${status}`);
}

test.beforeAll(async () => {
  server = createServer((request, response) => {
    void receive(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  address = `http://127.0.0.1:${port}/hooks`;
});

test.afterAll(() => {
  server.close();
});

test.beforeEach(() => {
  received = [];
  status = 200;
});

test("a webhook is added, told of a booking, and sent the same again", async ({
  page,
  request,
}) => {
  const account = await bootstrap("Webhook Works");
  const type = await createEventType(request, account.live_key, { title: "Call", slug: "call" });
  await signIn(page, account);
  await page.getByRole("link", { name: "Webhooks" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();

  await page.getByRole("button", { name: "Add webhook" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("ftp://example.com");
  await dialog.getByLabel("Address").blur();
  await expect(dialog.getByText("Must begin with https://")).toBeVisible();
  await dialog.getByLabel("Address").fill(address);
  await dialog.getByLabel("Address").blur();
  await expect(dialog.getByText("Can be sent to.")).toBeVisible();
  await dialog.getByLabel("booking.created").check();
  await dialog.getByLabel("booking.confirmed").uncheck();
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  const secret = await dialog.getByLabel("Signing secret").inputValue();
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: address })).toBeVisible();

  const [start] = await freeSlots(request, type.id);
  const booked = await request.post("/v1/bookings", {
    data: {
      event_type_id: type.id,
      start_time: start,
      invitee_name: "Ada Lovelace",
      invitee_email: "ada@example.com",
      invitee_timezone: "Europe/London",
    },
  });
  expect(booked.status()).toBe(201);
  await expect.poll(() => received.length).toBe(1);
  const [first] = received;
  const told = new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {});
  const booking = await booked.json();
  expect(told).toMatchObject({ event: "booking.created", data: { id: booking.id } });

  await page.getByRole("button", { name: "Refresh deliveries" }).click();
  const row = page.getByRole("row", { name: /booking\.created/ });
  await expect(row).toContainText("Arrived");
  await expect(row).toContainText("200");
  await picture(page, "webhook");
  await row.getByRole("link").click();
  await expect(page.getByText("answered 200")).toBeVisible();
  await expect(page.getByText('"invitee_name": "Ada Lovelace"')).toBeVisible();
  await picture(page, "delivery");

  await page.getByRole("button", { name: "Resend" }).click();
  await expect(page.getByText("Attempt 2")).toBeVisible();
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([
    first?.headers["webhook-id"],
    first?.headers["webhook-id"],
  ]);
});

test("a test event that fails says why, and the webhook is turned off and on", async ({ page }) => {
  const account = await bootstrap("Failing Webhooks");
  await signIn(page, account);
  await page.goto("/webhooks");
  await page.getByRole("button", { name: "Add webhook" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(address);
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();

  status = 503;
  await page.getByRole("button", { name: "Send test event" }).click();
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("answered 503").first()).toBeVisible();
  await expect(
    page.getByText("The receiver failed while it handled the request (503).").first(),
  ).toBeVisible();
  await expect(page.getByText("Retrying")).toBeVisible();

  status = 410;
  await page.getByRole("button", { name: "Resend" }).click();
  await expect(page.getByText("answered 410")).toBeVisible();
  await page.getByRole("link", { name: address }).click();
  await expect(page.getByText("It answered 410 Gone.")).toBeVisible();
  await page.getByLabel("Send events to it").check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("It answered 410 Gone.")).toBeHidden();

  status = 200;
  await page.getByRole("button", { name: "Replay failed…" }).click();
  await dialog.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("1 delivery is sent again")).toBeVisible();
  await expect.poll(() => received.length).toBeGreaterThan(2);
  await page.getByRole("button", { name: "Refresh deliveries" }).click();
  await expect(page.getByRole("row", { name: /booking\.confirmed/ })).toContainText("Arrived");

  await page.getByRole("button", { name: "Rotate secret…" }).click();
  await dialog.getByRole("button", { name: "Rotate secret" }).click();
  const newer = await dialog.getByLabel("Signing secret").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("the one before signs too until")).toBeVisible();
  const before = received.length;
  await page.getByRole("button", { name: "Send test event" }).click();
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect.poll(() => received.length).toBe(before + 1);
  const last = received.at(-1);
  expect(() => new Webhook(newer).verify(last?.body ?? "", last?.headers ?? {})).not.toThrow();
});
