import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { prisma, sqlState } from "../db";
import { tellEvent } from "../emails/tell-event";
import { env } from "../env";
import {
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { images, pngOf } from "../testing/logos";
import { askBy } from "../testing/doors";
import { ok } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { appRouter } from "../router";
import { createCallerFactory } from "../trpc";
import { serveLogo } from "./inbound";

const types = {
  png: "image/png",
  jpeg: "image/jpeg",
  lossyWebp: "image/webp",
  losslessWebp: "image/webp",
  extendedWebp: "image/webp",
} as const satisfies Record<keyof typeof images, string>;

const bytesOf = (image: string) => Buffer.from(image, "base64");
const hashOf = (image: string) => createHash("sha256").update(bytesOf(image)).digest("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** As the owner's page asks, or another member's. */
const replaceLogo = async (
  { organizationId, userId }: TestOrganization,
  image: string | null,
  by = userId,
) =>
  await askBy(
    "page",
    { name: "organizations.replaceLogo", body: { image } },
    { userId: by, organizationId, mode: "live" },
  );

const storedLogo = async ({ organizationId }: TestOrganization) =>
  await prisma.organizationLogo.findUnique({ where: { organizationId } });

describe("a logo", () => {
  test.each(["png", "jpeg", "lossyWebp", "losslessWebp", "extendedWebp"] as const)(
    "may be a %s, and is served as such, to be kept for ever",
    async (form) => {
      const organization = await newOrganization();
      const { organizationId } = organization;
      const image = images[form];
      const url = `${env.PUBLIC_URL}/logos/${organizationId}/${hashOf(image)}`;
      const { status, json } = await replaceLogo(organization, image);
      expect({ status, json }).toMatchObject({ status: 200, json: { logo_url: url } });
      expect(await storedLogo(organization)).toMatchObject({ widthPixels: 64, heightPixels: 32 });
      const served = await serveLogo(organizationId, hashOf(image));
      expect(served.status).toBe(200);
      expect(Object.fromEntries(served.headers)).toEqual({
        "content-type": types[form],
        "cache-control": "public, max-age=31536000, immutable",
      });
      expect(Buffer.from(await served.arrayBuffer())).toEqual(bytesOf(image));
    },
  );

  test.each([
    ["text that is called one", base64("GIF89a is no image"), "must be a PNG, JPEG or WebP image"],
    ["a GIF", base64("GIF89a\u0040\u0000\u0020\u0000"), "must be a PNG, JPEG or WebP image"],
    [
      "an SVG",
      base64('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script/></svg>'),
      "must be a PNG, JPEG or WebP image",
    ],
    ["nothing", "", "must be a PNG, JPEG or WebP image"],
    ["a signature alone", images.png.slice(0, 12), "must be a PNG, JPEG or WebP image"],
    ["a JPEG without a frame", "/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==", "must be a PNG, JPEG or WebP"],
    ["a RIFF file that is sound", base64("RIFF\u0024\u0000\u0000\u0000WAVEfmt "), "must be a PNG"],
    ["a byte too much", pngOf({ bytes: 262_145 }), "must be at most 256 kB"],
    ["too narrow", pngOf({ width: 31 }), "this one is 31 × 32"],
    ["too high", pngOf({ height: 2_049 }), "this one is 64 × 2049"],
    ["of no size", pngOf({ width: 0 }), "this one is 0 × 32"],
    ["no base64", "data:image/png;base64,AAAA", "base64"],
  ])("is refused when it is %s, and the one before stays", async (_, image, why) => {
    const organization = await newOrganization();
    await replaceLogo(organization, images.png);
    const { status, text } = await replaceLogo(organization, image);
    expect(status).toBe(400);
    expect(text).toContain("validation_error");
    expect(text).toContain(why);
    expect((await storedLogo(organization))?.hash).toBe(hashOf(images.png));
  });

  test("may be as large as is said", async () => {
    const organization = await newOrganization();
    const image = pngOf({ width: 2_048, height: 2_048, bytes: 262_144 });
    expect((await replaceLogo(organization, image)).status).toBe(200);
  });

  test("is an admin's to change, not a member's nor a stranger's", async () => {
    const organization = await newOrganization();
    const id = await newMember(organization);
    const { userId } = await prisma.member.findUniqueOrThrow({ where: { id } });
    expect((await replaceLogo(organization, images.png, userId)).status).toBe(403);
    const ask = { name: "organizations.replaceLogo", body: { image: images.png } };
    expect((await askBy("page", ask, null)).status).toBe(401);
    expect(await storedLogo(organization)).toBeNull();
    await prisma.member.update({ where: { id }, data: { role: "admin" } });
    expect((await replaceLogo(organization, images.png, userId)).status).toBe(200);
  });

  test("that is replaced or removed is gone from its address, and the log says so", async () => {
    const organization = await newOrganization();
    const { organizationId } = organization;
    const statusOf = async (image: string) =>
      (await serveLogo(organizationId, hashOf(image))).status;
    await replaceLogo(organization, images.png);
    await replaceLogo(organization, images.jpeg);
    expect([await statusOf(images.png), await statusOf(images.jpeg)]).toEqual([404, 200]);
    const removed = await replaceLogo(organization, null);
    expect(removed).toMatchObject({ status: 200, json: { logo_url: null } });
    expect(await statusOf(images.jpeg)).toBe(404);
    const events = await prisma.event.findMany({
      where: { organizationId, action: "organization.updated" },
      orderBy: { id: "asc" },
    });
    const url = (image: string) => `${env.PUBLIC_URL}/logos/${organizationId}/${hashOf(image)}`;
    expect(events.map(({ changes }) => changes)).toEqual([
      { logo_url: { before: null, after: url(images.png) } },
      { logo_url: { before: url(images.png), after: url(images.jpeg) } },
      { logo_url: { before: url(images.jpeg), after: null } },
    ]);
    expect(events.at(-1)?.summary).toMatch(/^Removed the logo of/);
  });

  test("is its organization's alone, also where two have the same", async () => {
    const [mine, other, third] = await Promise.all([
      newOrganization(),
      newOrganization(),
      newOrganization(),
    ]);
    await Promise.all([replaceLogo(mine, images.png), replaceLogo(other, images.png)]);
    await replaceLogo(other, null);
    const statusOf = async (id: string, hash = hashOf(images.png)) =>
      (await serveLogo(id, hash)).status;
    expect(await statusOf(mine.organizationId)).toBe(200);
    expect(await statusOf(other.organizationId)).toBe(404);
    expect(await statusOf(third.organizationId)).toBe(404);
  });
});

test("an address that is no logo's says nothing of the organization", async () => {
  const organization = await newOrganization();
  const { organizationId } = organization;
  await replaceLogo(organization, images.png);
  const hash = hashOf(images.png);
  const answers = await Promise.all(
    [
      [organizationId, hash.toUpperCase()],
      [organizationId, "0".repeat(64)],
      [organizationId, ""],
      ["0".repeat(36), hash],
      ["'; DROP TABLE organizations", hash],
      [organizationId, "\u0000"],
    ].map(async ([id = "", name = ""]) => {
      const { status, headers } = await serveLogo(id, name);
      return [status, headers.get("cache-control")];
    }),
  );
  expect(new Set(answers.map(String))).toEqual(new Set(["404,no-store"]));
});

test("whoever shows the colour is told the logo: booking page, invitee's page, waitlist, mail", async () => {
  const organization = await newOrganization();
  const { organizationId, live: key } = organization;
  const type = await newEventType(key, { waitlist_enabled: true });
  const { slug } = await prisma.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const booking = await ok("bookings.create", { body: bookingOf(type.id, ahead(3)) });
  const entry = await ok("waitlist.join", { key, body: waitlistBody(type.id) });
  const facts = { nowMs: Date.now(), requestId: null, ipAddress: null };
  const caller = createCallerFactory(appRouter)({ ...facts, scope: null, key: null, role: null });
  const seen = async () => {
    const page = { organization_slug: slug, slug: type.slug, mode: "live" as const };
    const invitee = { id: booking.id, token: booking.cancel_token ?? "" };
    const guest = { id: entry.id, token: entry.cancel_token ?? "" };
    return [
      (await caller.eventTypes.getByAddress(page)).logo_url,
      (await caller.bookings.getForInvitee(invitee)).organization.logo_url,
      (await caller.waitlist.getForGuest(guest)).logo_url,
    ];
  };
  expect(await seen()).toEqual([null, null, null]);
  await replaceLogo(organization, images.png);
  const url = `${env.PUBLIC_URL}/logos/${organizationId}/${hashOf(images.png)}`;
  expect(await seen()).toEqual([url, url, url]);

  const told = { action: { in: ["booking.created", "waitlist.joined"] }, organizationId };
  for (const { id } of await prisma.event.findMany({ where: told })) await tellEvent(id);
  await ok("members.invite", { key, body: { email: "new@example.com", role: "member" } });
  const mails = await prisma.email.findMany({ where: { organizationId } });
  expect(mails).toHaveLength(4);
  for (const { html, text } of mails) {
    expect(html).toContain(`height="32" src="${url}"`);
    expect(text).not.toContain(url);
  }
});

test("the database refuses bytes under another's hash, too many of them, and other types", async () => {
  const organization = await newOrganization();
  await replaceLogo(organization, images.png);
  const { organizationId } = organization;
  const stateOf = async (data: object) =>
    await prisma.organizationLogo.update({ where: { organizationId }, data }).then(
      () => "accepted",
      (error: unknown) => sqlState(error),
    );
  expect(await stateOf({ bytes: Uint8Array.of(1) })).toBe("23514");
  expect(await stateOf({ hash: hashOf("") })).toBe("23514");
  expect(await stateOf({ mediaType: "image/svg+xml" })).toBe("23514");
  expect(await stateOf({ widthPixels: 2_049 })).toBe("23514");
  const large = new Uint8Array(262_145);
  const hash = createHash("sha256").update(large).digest("hex");
  expect(await stateOf({ bytes: large, hash })).toBe("23514");
});
