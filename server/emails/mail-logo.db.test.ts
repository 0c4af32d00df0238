import { expect, test } from "vitest";
import { env } from "../env";
import { mailLogo } from "./mail-logo";

test.each([
  ["a small one stays as it is", [64, 32], [64, 32]],
  ["a square one becomes 40 pixels high", [512, 512], [40, 40]],
  ["a wide one becomes 200 pixels wide", [2_000, 100], [200, 10]],
  ["a narrow line stays to be seen", [2_048, 32], [200, 3]],
  ["a high one becomes 40 pixels high", [32, 2_048], [1, 40]],
] as const)("%s", (_, [widthPixels, heightPixels], [width, height]) => {
  const url = `${env.PUBLIC_URL}/logos/acme/abc`;
  const logo = { hash: "abc", widthPixels, heightPixels };
  expect(mailLogo("acme", logo)).toEqual({ url, width, height });
});

test("where there is none, none is shown", () => {
  expect(mailLogo("acme", null)).toBeNull();
});
