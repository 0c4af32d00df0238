import { expect, type Page, test } from "@playwright/test";
import { images } from "../server/testing/logos";
import { bringAxe, findWrong } from "./axe";
import { bootstrap, createEventType, invite, signIn } from "./fixtures";

/** Chooses a file as a person does: by the button, in the browser's own dialog. */
async function choose(
  page: Page,
  button: string,
  file: { name: string; mimeType: string },
  body: Buffer,
) {
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await opened).setFiles({ ...file, buffer: body });
}

const png = { name: "acme.png", mimeType: "image/png" };
const logo = Buffer.from(images.png, "base64");

test("an admin gives the organization a logo, sees it on both grounds and in mail, and removes it", async ({
  page,
  request,
}) => {
  await bringAxe(page);
  const account = await bootstrap("Acme Logo");
  const { booking_url } = await createEventType(request, account.live_key, {
    title: "Intro",
    slug: "intro",
  });
  await signIn(page, account);
  await page.goto("/settings/organization");
  const shown = page.getByRole("img", { name: "Logo of Acme Logo" });
  await expect(page.getByText("No logo")).toHaveCount(2);
  await expect(page.getByText("PNG, JPEG or WebP, up to 256 kB")).toBeVisible();

  const alert = page.getByRole("main").getByRole("alert");
  await expect(async () => {
    const svg = { name: "acme.svg", mimeType: "image/svg+xml" };
    await choose(page, "Choose an image", svg, Buffer.from("<svg/>"));
    await expect(alert).toContainText("“acme.svg” is no PNG, JPEG or WebP image", {
      timeout: 1000,
    });
  }).toPass();
  await choose(page, "Choose an image", png, Buffer.alloc(262_145));
  await expect(alert).toContainText("larger than 256 kB");
  await choose(page, "Choose an image", png, Buffer.from("no image at all"));
  await expect(alert).toContainText("cannot be read as an image");

  await choose(page, "Choose an image", png, logo);
  await expect(alert).toHaveCount(0);
  await expect(shown).toHaveCount(2);
  expect(await findWrong(page)).toEqual([]);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("No logo")).toHaveCount(2);
  await choose(page, "Choose an image", png, logo);
  await page.getByRole("button", { name: "Save logo" }).click();
  await expect(page.getByText("The logo is changed").first()).toBeVisible();
  await page.reload();
  await expect(shown).toHaveCount(2);
  const address = new URL((await shown.first().getAttribute("src")) ?? "");
  expect(address.pathname).toMatch(/^\/logos\/[0-9a-f-]{36}\/[0-9a-f]{64}$/);
  const served = await request.get(address.pathname);
  expect(served.status()).toBe(200);
  expect(served.headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect(await served.body()).toEqual(logo);
  const wrong = await request.get(address.pathname.replace(/.$/, "g"));
  expect(wrong.status()).toBe(404);

  const onPage = page.getByRole("img", { name: "Acme Logo", exact: true });
  await page.goto(new URL(booking_url).pathname);
  await expect(onPage).toHaveJSProperty("naturalWidth", 64);
  expect(await findWrong(page)).toEqual([]);
  await page.goto("/settings/organization");

  await invite(page, "grace-logo@example.com");
  await page.getByRole("link", { name: "E-mail" }).click();
  await page.getByRole("link", { name: /invites you to Acme Logo/ }).click();
  const inMail = page.frameLocator("iframe").getByRole("img", { name: "Acme Logo" });
  await expect(inMail).toHaveJSProperty("naturalWidth", 64);

  await page.goto("/settings/organization");
  const dialog = page.getByRole("alertdialog");
  await expect(async () => {
    await page.getByRole("button", { name: "Remove…" }).click();
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByText("The logo is removed").first()).toBeVisible();
  await expect(page.getByText("No logo")).toHaveCount(2);
  expect((await request.get(address.pathname)).status()).toBe(404);
});
