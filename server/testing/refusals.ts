import { fingerprint, type TestOrganization } from "./factories";
import { type CallOptions, type OperationName, refused } from "./rest";

/** Text that no name, note or title may hold, with what makes it so. */
export const unprintable: [why: string, text: string][] = [
  ["a NUL", "a\u0000b"],
  ["a lone high surrogate", "a\ud800b"],
  ["a lone low surrogate", "a\udc00b"],
  ["surrogates the wrong way round", "\udc00\ud800"],
  ["an escape character", "a\u001bb"],
  ["a backspace", "a\u0008b"],
  ["a delete character", "a\u007fb"],
];

/** Text that is not one line. */
export const severalLines: [why: string, text: string][] = [
  ["a line feed", "a\nb"],
  ["a carriage return", "a\r\nBcc: b@example.com"],
  ["a tab", "a\tb"],
];

/**
 * What a refused call says of a field, after holding it to be a validation_error that changed nothing.
 * @throws when it is anything else, or does not name the field
 */
export async function problemOf(
  organization: TestOrganization,
  name: OperationName,
  options: CallOptions,
  field: string,
): Promise<string> {
  const before = await fingerprint(organization);
  const { status, code, details = {} } = await refused(name, options);
  if (status !== 400 || code !== "validation_error") throw new Error(`answered ${status} ${code}`);
  if ((await fingerprint(organization)) !== before) throw new Error("a refusal changed something");
  const problem = Object.hasOwn(details, field) ? details[field] : undefined;
  if (problem === undefined) throw new Error(`names ${Object.keys(details).join(", ")}`);
  return problem;
}

/** Refused values of fields, with what is said of them, and where when that is not the field itself. */
export type Wrong = [field: string, value: unknown, says: string | RegExp, at?: string][];

export const wrongNames = (field: string): Wrong => [
  [field, "", "must not be empty"],
  [field, "\u2003\t ", "must not be empty"],
  [field, "x".repeat(256), "must have at most 255 characters"],
  [field, 1, "must be of type string"],
  ...unprintable.map(([, text]): Wrong[number] => [field, text, "control characters"]),
  ...severalLines.map(([, text]): Wrong[number] => [field, text, "single line"]),
];

export const wrongEmails = (field: string): Wrong => [
  [field, "", "must not be empty"],
  [field, " ", "must not be empty"],
  [field, "ada", "must be an e-mail address"],
  [field, "ada@", "must be an e-mail address"],
  [field, "@example.com", "must be an e-mail address"],
  [field, "ada@example", "must be an e-mail address"],
  [field, "ada lovelace@example.com", "must be an e-mail address"],
  [field, "ada@example.com, b@example.com", "must be an e-mail address"],
  [field, "Ada <ada@example.com>", "must be an e-mail address"],
  [field, "ada@example.com\nBcc: b@example.com", "single line"],
  [field, `${"a".repeat(250)}@example.com`, "must have at most 254 characters"],
  [field, "ada\u0000@example.com", "control characters"],
  [field, "ada\ud800@example.com", "surrogate"],
  [field, null, "must be of type string"],
];

const zones = ["", "Mars/Olympus", "europe/berlin", "+02:00", "UTC+2", "x".repeat(65), "UTC\u0000"];
export const wrongZones = (field: string): Wrong => [
  ...zones.map((zone): Wrong[number] => [field, zone, /IANA time zone|64/]),
  [field, 2, "must be of type string"],
];

/** No instants of RFC 3339, or none that we keep. */
export const wrongInstants = (field: string): Wrong => [
  ...[
    "2026-02-30T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2027-02-29T10:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T10:60:00Z",
    "2026-03-01T23:59:60Z",
    "2026-03-01T10:00:00",
    "2026-03-01T10:00Z",
    "2026-03-01 10:00:00Z",
    "2026-03-01t10:00:00z",
    "2026-03-01",
    "2026-03-01T10:00:00+24:00",
    "2026-03-01T10:00:00+0200",
    "2026-03-01T10:00:00 02:00",
    "+002026-03-01T10:00:00Z",
    "1969-12-31T23:59:59Z",
    "9999-12-31T23:59:59-00:01",
    "tomorrow",
    "",
    "2026-03-01T10:00:00Z\u0000",
  ].map((text): Wrong[number] => [field, text, "RFC 3339 instant"]),
  [field, `2026-03-01T10:00:00.${"0".repeat(40)}Z`, /./],
  [field, 1_772_463_600_000, "must be of type string"],
  [field, null, "must be of type string"],
];

export const wrongDurations: Wrong = [
  ["duration", 4, "must be at least 5"],
  ["duration", 481, "must be at most 480"],
  ["duration", 30.5, "whole number"],
  ["duration", "30", "whole number"],
  ["duration", null, "whole number"],
];
