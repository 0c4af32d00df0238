import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, freeSlots, signIn } from "./fixtures";

test("two bookings of one time go to two hosts, and one is given to another", async ({
  browser,
  page,
  request,
}) => {
  const account = await bootstrap("Two hosts");
  const headers = { authorization: `Bearer ${account.live_key}` };
  const { id } = await createEventType(request, account.live_key, {
    title: "Consultation",
    slug: "consultation",
  });
  const invited = await request.post("/v1/members/invitations", {
    headers,
    data: { email: `grace-${Date.now()}@example.com`, role: "member" },
  });
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(new URL((await invited.json()).url).pathname);
  await theirs.getByLabel("Your name").fill("Grace Hopper");
  await theirs.getByLabel("Password", { exact: true }).fill("a compiler of her own");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { name: "Hello, Grace" })).toBeVisible();
  await context.close();

  await signIn(page, account);
  await page.goto(`/event-types/${id}?tab=hosts`);
  for (const _ of [1, 2]) {
    await page.getByRole("combobox", { name: "Add a host" }).click();
    await page.getByRole("option").first().click();
    await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(_);
  }
  await expect(page.getByText("Everybody of the team is a host")).toBeVisible();

  const [startTime] = await freeSlots(request, id);
  const hosts = new Set<string>();
  let booked = "";
  for (const guest of ["Ada Lovelace", "Mary Somerville"]) {
    const made = await request.post("/v1/bookings", {
      data: {
        event_type_id: id,
        start_time: startTime,
        invitee_name: guest,
        invitee_email: "guest@example.com",
        invitee_timezone: "Europe/London",
      },
    });
    expect(made.status()).toBe(201);
    const booking = await made.json();
    hosts.add(booking.assigned_host.name);
    booked = booking.id;
  }
  expect(hosts.size).toBe(2);

  await page.goto(`/bookings/${booked}`);
  await page.getByRole("button", { name: "Change host" }).click();
  await page.getByRole("combobox", { name: "New host" }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change host" }).click();
  await expect(page.getByText("is booked at that time")).toBeVisible();
  await page.getByRole("button", { name: "Keep host" }).click();

  await page.goto(`/event-types/${id}`);
  await page.getByRole("button", { name: "Why is a time missing?" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Date")
    .fill((startTime ?? "").slice(0, 10));
  await expect(page.getByRole("dialog").getByText("Booked").first()).toBeVisible();
});

test("an invitee answers what the organizer asks", async ({ page, request }) => {
  const account = await bootstrap("Questions asked");
  const { id, booking_url: address } = await createEventType(request, account.live_key, {
    title: "Interview",
    slug: "interview",
  });
  await signIn(page, account);
  await page.goto(`/event-types/${id}?tab=guests`);
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("What is it about?");
  await page.getByRole("checkbox", { name: "Must be answered" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeHidden();

  await page.goto(new URL(address).pathname);
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("listitem").getByRole("button").first().click();
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("E-mail").fill("grace@example.com");
  await page.getByLabel("What is it about?").fill("Compilers");
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await expect(page.getByText("Compilers")).toBeVisible();
});
