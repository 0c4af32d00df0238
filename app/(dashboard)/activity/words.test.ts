import { expect, test } from "vitest";
import { actorInWords, inWords, resourcePlural } from "./words";

test.each([
  ["booking.created", "Booking created"],
  ["api_key.rotated", "API key rotated"],
  ["event_type.availability_updated", "Event type availability updated"],
  ["calendar.connected", "Calendar connected"],
  ["calendar.needs_reconnect", "Calendar needs to be connected again"],
  ["minimum_notice_minutes", "Minimum notice minutes"],
  ["allowed_ips", "Allowed ips"],
  ["booking_url", "Booking URL"],
  ["title", "Title"],
])("%s is shown as %s", (name, words) => {
  expect(inWords(name)).toBe(words);
});

test("kinds of resources are named in the plural, the one organization is not", () => {
  expect(resourcePlural("api_key")).toBe("API keys");
  expect(resourcePlural("calendar")).toBe("Calendars");
  expect(resourcePlural("booking")).toBe("Bookings");
  expect(resourcePlural("organization")).toBe("Organization");
  expect(resourcePlural("user")).toBe("People");
});

test("an actor's kind is said where the name may be anything", () => {
  const actor = { id: null, name: "Ada" };
  expect(actorInWords({ ...actor, type: "user" })).toBe("Ada");
  expect(actorInWords({ ...actor, type: "api_key" })).toBe("API key “Ada”");
  expect(actorInWords({ ...actor, type: "invitee" })).toBe("Ada (invitee)");
});
