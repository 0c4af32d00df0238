import { expect, test } from "@playwright/test";
import { z } from "zod";
import { freeSlots, picture, signIn } from "./fixtures";
import {
  listenToWidget,
  newType,
  scriptTag,
  serveForeignSite,
  timeAt,
  toldOf,
} from "./foreign-site";

const site = serveForeignSite();

test("another site's page imports the SDK and asks for times with it", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "sdk");
  site.pages.set("/sdk", { html: "<!doctype html><title>Site</title>" });
  await page.goto(`${site.origin}/sdk`);
  const title: unknown = await page.evaluate(
    async ([base, id]) => {
      const { createClient } = await import(`${base}/sdk/v1/astrocal.js`);
      return (await createClient({ baseUrl: base }).getPublicEventType({ id })).title;
    },
    [baseURL, type.id],
  );
  expect(title).toBe("Coffee chat");
});

test("an admin copies the lines for a site, and sees what they make", async ({ page, request }) => {
  const type = await newType(request, "admin");
  await signIn(page, type.account);
  await page.goto(`/event-types/${type.id}?tab=embed`);
  await expect(page.getByLabel("HTML")).toContainText(`data-astrocal-event-type="${type.id}"`);
  await expect(page.getByRole("group", { name: "Coffee chat" })).toBeVisible();
  await expect(timeAt(page.getByRole("group", { name: "Coffee chat" }), 0)).toBeVisible();
  await picture(page, "embed");
  await page.getByRole("radio", { name: "Popup" }).click();
  await expect(page.getByLabel("HTML")).toContainText('data-astrocal-mode="popup"');
  await expect(page.getByRole("group", { name: "Coffee chat" })).toHaveCount(0);
  await page.getByRole("button", { name: "Book a time" }).click();
  await expect(page.getByRole("dialog", { name: "Coffee chat" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Book a time" })).toBeFocused();
});

const Booked = z.object({ id: z.string(), cancel_token: z.string(), start_time: z.string() });

test("an invitee moves a booking in another site, by the token that it has from the booking", async ({
  page,
  request,
  baseURL,
}) => {
  const type = await newType(request, "moved");
  const [start_time] = await freeSlots(request, type.id);
  const person = { invitee_name: "Ada", invitee_email: "ada@example.com" };
  const made = await request.post("/v1/bookings", {
    data: { ...person, event_type_id: type.id, start_time, invitee_timezone: "UTC" },
  });
  const booking = Booked.parse(await made.json());
  const named = `data-astrocal-booking="${booking.id}" data-astrocal-token=`;
  site.pages.set("/moved", {
    html: `<!doctype html><div ${named}"${booking.cancel_token}"></div>${scriptTag(baseURL)}`,
  });
  site.pages.set("/wrong", {
    html: `<!doctype html><div ${named}"wrong"></div>${scriptTag(baseURL)}`,
  });
  await listenToWidget(page);
  await page.goto(`${site.origin}/moved`);
  await expect(page.getByRole("heading", { name: "Choose another time" })).toBeVisible();
  await page.getByRole("button", { name: "Next month" }).click();
  await timeAt(page, 1).click();
  await expect(page.getByRole("heading", { name: "Move the booking" })).toBeFocused();
  await page.getByRole("button", { name: "Move booking" }).click();
  await expect(page.getByRole("heading", { name: "Your booking is moved" })).toBeVisible();
  const [moved] = await toldOf(page, "rescheduled");
  expect(Booked.pick({ start_time: true }).parse(moved).start_time).not.toBe(start_time);
  expect(await type.bookings()).toHaveLength(1);

  await page.goto(`${site.origin}/wrong`);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("Ada")).toHaveCount(0);
});
