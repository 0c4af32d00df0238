import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { z } from "zod";

const Bootstrapped = z.object({
  organization_id: z.string(),
  user_id: z.string(),
  member_id: z.string(),
  live_key: z.string(),
  test_key: z.string(),
});

export type Account = z.infer<typeof Bootstrapped> & { email: string; password: string };

/** Runs an operator's command. @returns what it prints */
async function admin(...command: string[]): Promise<string> {
  const run = ["run", "--silent", "admin", "--", ...command];
  return (await promisify(execFile)("npm", run)).stdout;
}

let operator: ChildProcess | undefined;

/** Has an operator's command run by a process that waits for the next: starting one takes longer than most stories' steps. */
async function operate(name: string, values: Record<string, string>): Promise<unknown> {
  operator ??= fork("e2e/operator.ts", { execArgv: ["--import", "tsx"] });
  const answered = once(operator, "message");
  operator.send({ name, values });
  const [answer]: unknown[] = await answered;
  return answer;
}

let made = 0;

function newOwner() {
  made += 1;
  const email = `owner-${Date.now()}-${process.pid}-${made}@example.com`;
  return { email, password: "correct horse battery staple" };
}

/** An organization with its owner and keys, as an operator makes one. */
export async function bootstrap(name: string): Promise<Account> {
  const owner = newOwner();
  return { ...Bootstrapped.parse(await operate("bootstrap", { org: name, ...owner })), ...owner };
}

/** The same as the operator's command prints it. */
export async function bootstrapByCommand(name: string): Promise<Account> {
  const owner = newOwner();
  const options = ["--org", name, "--email", owner.email, "--password", owner.password, "--json"];
  return { ...Bootstrapped.parse(JSON.parse(await admin("bootstrap", ...options))), ...owner };
}

/** Gives a person another password, as an operator does. */
export async function setPassword({ email }: Account, password: string): Promise<void> {
  await admin("user", "set-password", "--email", email, "--password", password);
}

/** Signs in through the page and waits for the dashboard. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home/, { timeout: 30_000 });
}

/** Invites somebody on the team's page. @returns the link they are given */
export async function invite(page: Page, email: string): Promise<string> {
  await page.getByRole("link", { name: "Team" }).click();
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  const link = await dialog.getByLabel("Invitation link").innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("main").getByText(email)).toBeVisible();
  return link;
}

/** Accepts an invitation in a browser of one's own. @returns the dashboard there */
export async function acceptInvitation(browser: Browser, link: string, to: string): Promise<Page> {
  const theirs = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await theirs.goto(new URL(link).pathname);
  await expect(theirs.getByRole("heading", { name: `Join ${to}` })).toBeVisible();
  await theirs.getByLabel("Your name").fill("Grace Hopper");
  await theirs.getByLabel("Password", { exact: true }).fill("a compiler of her own");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { name: "Hello, Grace" })).toBeVisible();
  return theirs;
}

const EventType = z.object({ id: z.string(), booking_url: z.string(), slug: z.string() });

/** An event type made over REST. */
export async function createEventType(
  request: APIRequestContext,
  key: string,
  fields: { title: string; slug: string },
) {
  const response = await request.post("/v1/event-types", {
    headers: { authorization: `Bearer ${key}` },
    data: { ...fields, duration_minutes: 30 },
  });
  expect(response.status()).toBe(201);
  return EventType.parse(await response.json());
}

const Availability = z.object({ slots: z.array(z.object({ start_time: z.string() })) });

/** Starts that are free within two weeks from tomorrow. */
export async function freeSlots(
  request: APIRequestContext,
  eventTypeId: string,
): Promise<string[]> {
  const day = (ahead: number) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, "YYYY-MM-DD".length);
  const response = await request.get("/v1/availability", {
    params: { event_type_id: eventTypeId, start: day(1), end: day(14) },
  });
  expect(response.status()).toBe(200);
  return Availability.parse(await response.json()).slots.map((slot) => slot.start_time);
}

/**
 * A picture of the page for the README's tour: `UPDATE_SCREENSHOTS=1 npm test -- e2e` renews those that are kept, any
 * other run leaves them alone.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const folder =
    process.env["UPDATE_SCREENSHOTS"] === "1" ? "e2e/screenshots" : "test-results/screenshots";
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Shows the test side. */
export async function showTestSide(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Test" }).click();
  await expect(page.getByRole("complementary", { name: "Test mode" })).toBeVisible();
}
