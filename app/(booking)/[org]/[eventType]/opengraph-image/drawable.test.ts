import { expect, it } from "vitest";
import { isDrawable } from "./drawable";

it("draws what European languages are written in", () => {
  const titles = [
    "Intro call",
    "Erstgespräch – 30 Minuten",
    "Prise de contact : l’équipe",
    "¿Reunión?",
    "Łódź, Škoda & Co.",
    "Встреча",
    "„Kaffee“ … 5 €",
  ];
  expect(titles.filter((title) => !isDrawable(title))).toEqual([]);
});

it("leaves to an address what it would have to ask others for", () => {
  expect(["面談", "미팅", "موعد", "Call 🚀", "שיחה", "\u0000", "\u200B"].some(isDrawable)).toBe(
    false,
  );
});
