import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

const home = "/home";

describe("after signing in", () => {
  it.each(["/bookings", "/bookings?status=past#top", "/event-types/42"])(
    "%s is gone on to",
    (path) => expect(ownPath(path, home)).toBe(path),
  );

  it.each([
    undefined,
    "",
    "bookings",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "javascript:alert(1)",
    "/sign-in",
    "/sign-in?callbackUrl=/sign-in",
    "/api/auth/signout",
  ])("%j leads to the dashboard's start instead", (path) => expect(ownPath(path, home)).toBe(home));

  it("two slashes further on in a path are no host", () => {
    expect(ownPath("/a//evil.example", home)).toBe("/a//evil.example");
  });
});
