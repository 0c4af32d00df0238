import { describe, expect, it } from "vitest";
import { readZoneMemory, recallZone, rememberedZone, zoneCookie } from "./zone-memory";

const known = (zone: string) => zone === "Europe/Berlin" || zone === "Asia/Tokyo";
const travelling = { own: "Europe/Berlin", shown: "Asia/Tokyo" };
const cookie = zoneCookie(travelling).split(";")[0] ?? "";
const value = cookie.split("=")[1];

describe("the remembered zone", () => {
  it("comes back from the browser's cookies as it went in", () => {
    expect(readZoneMemory(`a=1; ${cookie}; b=2`)).toEqual(travelling);
    expect(readZoneMemory("a=1")).toBeNull();
  });

  it("is the one that was chosen, for as long as the browser stays where it was", () => {
    expect(recallZone(travelling, "Europe/Berlin").shown).toBe("Asia/Tokyo");
    expect(recallZone(travelling, "America/New_York").shown).toBe("America/New_York");
    expect(recallZone(null, "Europe/Berlin").shown).toBe("Europe/Berlin");
  });

  it("writes the first paint, if the server knows it", () => {
    expect(rememberedZone(value, known)).toBe("Asia/Tokyo");
    expect(rememberedZone(value, () => false)).toBeNull();
  });

  it.each([undefined, "", "%", "%E0%A4%A", "Europe/Berlin", "a b c", "Europe/Berlin%20../../etc"])(
    "is none when the cookie says %j",
    (text) => {
      expect(rememberedZone(text, known)).toBeNull();
    },
  );
});
