import { describe, expect, it } from "vitest";
import { addressWithSlug, shownAddress, shownPath } from "./address";

describe("a booking page's address", () => {
  it("is shown without its scheme and mode", () => {
    expect(shownAddress("https://book.example/acme/intro")).toBe("book.example/acme/intro");
    expect(shownAddress("http://localhost:3000/acme/intro?mode=test")).toBe(
      "localhost:3000/acme/intro",
    );
  });

  it("is shown without its host where there is little room", () => {
    expect(shownPath("https://book.example/acme/intro")).toBe("/acme/intro");
    expect(shownPath("http://localhost:3000/acme/intro?mode=test")).toBe("/acme/intro");
  });

  it("keeps its organization and mode when the slug changes", () => {
    expect(addressWithSlug("https://book.example/acme/intro", "demo")).toBe(
      "https://book.example/acme/demo",
    );
    expect(addressWithSlug("http://localhost:3000/acme/intro?mode=test", "a-$&-b")).toBe(
      "http://localhost:3000/acme/a-$&-b?mode=test",
    );
  });
});
