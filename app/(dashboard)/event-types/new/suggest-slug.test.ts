import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { CreateEventType } from "@/server/event-types/schema";
import { suggestSlug } from "./suggest-slug";

describe("the suggested slug", () => {
  it.each([
    ["Intro call", "intro-call"],
    ["  30 min: Café & crème! ", "30-min-cafe-creme"],
    ["Ada's office hours", "adas-office-hours"],
    ["Straße, Øresund, Łódź", "strasse-oresund-lodz"],
    ["ﬁt ½", "fit-1-2"],
    ["打ち合わせ", ""],
    ["", ""],
  ])("of %j is %j", (title, slug) => expect(suggestSlug(title)).toBe(slug));

  it("ends with a whole word where the title is long", () => {
    const slug = suggestSlug("word ".repeat(40));
    expect(slug).toMatch(/^(word-)+word$/);
    expect(slug.length).toBeLessThanOrEqual(60);
  });

  it("is one that the schema accepts, or none, whatever the title", () => {
    const { slug } = CreateEventType.shape;
    assert(
      property(string({ unit: "binary" }), (title) => {
        const suggested = suggestSlug(title);
        expect(suggested === "" || slug.safeParse(suggested).success).toBe(true);
      }),
    );
  });
});
