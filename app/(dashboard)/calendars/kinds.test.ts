import { expect, test } from "vitest";
import type { Calendar } from "@/server/calendars/schema";
import { kindOf, titleOf } from "./kinds";

const account = (provider: Calendar["provider"], server_url: string | null) => ({
  provider,
  account_email: "ada@example.com",
  provider_metadata: { server_url, calendars: [] },
});

test.each([
  ["google", null, "google", "Google Calendar (ada@example.com)"],
  ["ics", null, "ics", "Calendar feed (ada@example.com)"],
  ["caldav", "https://caldav.icloud.com/", "icloud", "iCloud (ada@example.com)"],
  ["caldav", "https://caldav.fastmail.com/", "fastmail", "Fastmail (ada@example.com)"],
  [
    "caldav",
    "https://cloud.example.com/remote.php/dav",
    "nextcloud",
    "Nextcloud (ada@example.com)",
  ],
  ["caldav", "https://dav.example.com/", "caldav", "CalDAV, dav.example.com (ada@example.com)"],
] as const)("%s at %s is called by the name people know", (provider, url, kind, title) => {
  expect(kindOf(account(provider, url))).toBe(kind);
  expect(titleOf(account(provider, url))).toBe(title);
});
