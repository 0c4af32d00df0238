import type { RawRequest } from "../transport";

/** Rules that a JSON schema of one request cannot say, by what they answer, with why it cannot. */
const rules: readonly [answer: RegExp, why: string][] = [
  [/^must be the id of a row of this list$/, "asks what is stored"],
  [/^must be a member of the organization$/, "asks what is stored"],
  [/^answers no question of this event type$/, "asks what is stored"],
  [
    /^must be (text|true or false|one of the options|a web address|a telephone number)$/,
    "the same",
  ],
  [/control characters or halves of surrogate pairs$/, "a pattern sees no halves of pairs"],
  [
    /^(is no good name: it )?must (be a single line|not (begin|end).* white space)/,
    "is said in words",
  ],
  [/must not be empty$/, "white space around text is cut before it is counted"],
  [/^must be an IANA time zone /, "there are 600, and more each year"],
  [/^must be a date that exists/, "a pattern knows no leap years"],
  [
    /^must be an RFC 3339 instant /,
    "of the formats that validators take for date-time we take one",
  ],
  [/^must be a time of day/, "a pattern that knows 24:00 is for nobody to read"],
  [/^must be a network address or a CIDR block/, "a pattern of IPv6 is for nobody to read"],
  [
    /^must (be after start_time|not be before start|be at most \d+ days from start)/,
    "compares fields",
  ],
  [/^must (lie (in the future|at most)|not l(ie|ead) )/, "asks the clock"],
  [/^must not (overlap|repeat an? )/, "compares entries"],
  [/^must (contain duration_minutes|be given together with )/, "compares fields"],
  [/^must begin with https:/, "development servers take http"],
  [
    /^must (be a web address such as |not hold a user name|not have a fragment|use port |lead to a public )/,
    "asks the settings and name servers, or looks into an address",
  ],
  [/^must be given for a select, and only for one$/, "compares fields"],
  [/^must be an https address when conferencing_provider is custom$/, "compares fields"],
  [/^is required, or advance_minutes, but not both$/, "compares fields"],
  [
    /^must have 1 to 255 printable ASCII/,
    "HTTP cuts blanks off, and Prism takes an empty header for none",
  ],
  [/^must not be given together with attendees$/, "either a party or one invitee"],
  [/^must be (one )?of: |^must be empty for this account$/, "asks what is stored"],
  [/^must not be given together with (icloud|fastmail)$/, "either a preset or an address"],
];

/** A document names no parameters that are not taken, and a validator that reads text as numbers takes " 1e1" for 10. */
const unseenInQuery = /^(is not a known |must be (a whole number|at (least|most)|given once))/;
/** Of a booking for one: required unless there are `attendees`; of a CalDAV account, unless there is a preset. */
const eitherFields = /^invitee_(name|email|timezone)$|^answers\.|^server_url$/;
/** Of a service key alone. */
const serviceKeyHeaders = /^X-(Org-Id|Astrocal-Mode)$/;

/** Whether a refusal of a field is such that the OpenAPI document cannot have said so. */
export function unsaid({ url }: RawRequest, field: string, problem: string): boolean {
  const parameters = new URLSearchParams(url.split("?", 2)[1]);
  return (
    rules.some(([answer]) => answer.test(problem)) ||
    (unseenInQuery.test(problem) && parameters.has(field)) ||
    // Prism takes an empty parameter for none.
    parameters.get(field) === "" ||
    (problem === "is required" && eitherFields.test(field)) ||
    serviceKeyHeaders.test(field)
  );
}
