import fc from "fast-check";
import { expect, test } from "vitest";
import { images } from "../testing/logos";
import { readImageHeader } from "./image-header";

const whole = Object.entries(images).map(([form, image]) => ({
  form,
  bytes: Buffer.from(image, "base64"),
}));

test.each(whole)("a $form says its size", ({ form, bytes }) => {
  const mediaType = `image/${form.replace(/^.*Webp$/, "webp")}`;
  expect(readImageHeader(bytes)).toEqual({ mediaType, widthPixels: 64, heightPixels: 32 });
});

test("whatever the bytes are, they are read to an end", () => {
  const begins = [Buffer.alloc(0), ...whole.map(({ bytes }) => bytes)];
  fc.assert(
    fc.property(
      fc.constantFrom(...begins),
      fc.nat(300),
      fc.uint8Array({ maxLength: 200 }),
      (begin, length, rest) => {
        const header = readImageHeader(Buffer.concat([begin.subarray(0, length), rest]));
        return header === null || header.mediaType.startsWith("image/");
      },
    ),
    { numRuns: 5_000 },
  );
});

test("fill bytes and other segments may stand before a JPEG's frame", () => {
  const jpeg = Buffer.from(images.jpeg, "base64");
  const comment = Buffer.from("fffffffe000568692e", "hex");
  const longer = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
  expect(readImageHeader(longer)).toEqual(readImageHeader(jpeg));
});
