import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { prefillOf } from "./prefill";

const nothing = { date: null, durationMinutes: null, name: "", email: "", notes: "" };

const prefill = (query: Record<string, string>) => prefillOf(new URLSearchParams(query));

describe("what an address fills in", () => {
  it("is the date, the duration and what the visitor would type", () => {
    expect(
      prefill({
        date: "2026-12-01",
        duration: "45",
        name: " Ada  Lovelace ",
        email: "ada@example.com",
        notes: "First line\r\nsecond line",
      }),
    ).toEqual({
      date: "2026-12-01",
      durationMinutes: 45,
      name: "Ada Lovelace",
      email: "ada@example.com",
      notes: "First line\nsecond line",
    });
  });

  it("is nothing where it makes no sense", () => {
    expect(prefill({})).toEqual(nothing);
    expect(
      prefill({ date: "2026-02-30", duration: "soon", email: "ada", name: "\u0000", notes: " " }),
    ).toEqual(nothing);
    for (const duration of ["0", "-5", "1e3", "030", "30.5", "9999", "0x10"]) {
      expect(prefill({ duration }).durationMinutes).toBeNull();
    }
    for (const email of ["@", "a@", "@b", "a b@c", "a@b@c", "javascript:alert(1)"]) {
      expect(prefill({ email }).email).toBe("");
    }
  });

  it("is the first of what is said twice", () => {
    expect(prefillOf(new URLSearchParams("name=Ada&name=Grace")).name).toBe("Ada");
  });

  it("keeps names of any script, and markup as the text that it is", () => {
    expect(prefill({ name: "山田 太郎" }).name).toBe("山田 太郎");
    expect(prefill({ name: "<script>alert(1)</script>" }).name).toBe("<script>alert(1)</script>");
  });

  it("fits its field and has no control characters, whatever the address says", () => {
    assert(
      property(string({ unit: "binary", maxLength: 1200 }), (text) => {
        const { name, email, notes } = prefill({ name: text, email: text, notes: text });
        expect(name.length).toBeLessThanOrEqual(255);
        expect(email.length).toBeLessThanOrEqual(254);
        expect(notes.length).toBeLessThanOrEqual(1000);
        expect(name).not.toMatch(/\p{Cc}|\p{Cs}/u);
        expect(notes.replaceAll(/[\n\t]/gu, "")).not.toMatch(/\p{Cc}|\p{Cs}/u);
      }),
    );
    expect(prefill({ name: "😀".repeat(300) }).name).not.toMatch(/\p{Cs}/u);
    expect(prefill({ notes: "x".repeat(5000) }).notes).toHaveLength(1000);
  });
});
