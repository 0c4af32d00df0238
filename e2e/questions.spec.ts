import { expect, test } from "@playwright/test";
import { bootstrap, createEventType, signIn } from "./fixtures";

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
