import { assert, constantFrom, nat, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { images } from "../testing/logos";
import { readImageHeader } from "./image-header";
import { logoTypes } from "./schema";

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
  const rest = uint8Array({ maxLength: 200 });
  assert(
    property(constantFrom(...begins), nat(300), rest, (begin, length, rest) => {
      const bytes = Buffer.concat([begin.subarray(0, length), rest]);
      expect(logoTypes).toContain(readImageHeader(bytes)?.mediaType ?? "image/png");
    }),
    { numRuns: 5_000 },
  );
});

test("fill bytes and other segments may stand before a JPEG's frame", () => {
  const jpeg = Buffer.from(images.jpeg, "base64");
  const comment = Buffer.from("fffffffe000568692e", "hex");
  const longer = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
  expect(readImageHeader(longer)).toEqual(readImageHeader(jpeg));
});
