import type { Demo } from "./demo";

export interface BannerFacts {
  readonly url: string;
  readonly demo: Demo | undefined;
  /** Civil dates of the first and last day of the example. */
  readonly from: string;
  readonly to: string;
  /** Host and port of the mail server, where there is one. */
  readonly mailServer: string | undefined;
  /** Where files of this installation lie, as told to a person. */
  readonly dataFolder: string;
}

/** Rows of a name and a value, the values under each other. */
function table(rows: ReadonlyArray<readonly [string, string | undefined]>): string[] {
  const present = rows.filter(([, value]) => value !== undefined);
  const width = Math.max(...present.map(([name]) => name.length));
  return present.map(([name, value]) => `  ${name.padEnd(width)}   ${value ?? ""}`);
}

function commands({ url, demo, from, to }: BannerFacts): string[] {
  const lines: string[] = [];
  if (demo?.event_type_id !== undefined) {
    lines.push(
      "  Free slots of the next seven days:",
      `    curl '${url}/v1/availability?event_type_id=${demo.event_type_id}&start=${from}&end=${to}'`,
      "",
    );
  }
  if (demo?.live_key !== undefined) {
    lines.push(
      "  Your bookings, with the live key:",
      `    curl -H 'Authorization: Bearer ${demo.live_key}' '${url}/v1/bookings'`,
      "",
    );
  }
  return lines;
}

const mailInWords = ({ mailServer, url }: BannerFacts): string =>
  mailServer === undefined
    ? `none is sent (SMTP_URL is not set); it is kept to look at: ${url}/emails`
    : `sent by ${mailServer}`;

/** What a person sees when everything runs: where to go, how to sign in, lines to paste. */
export function banner(facts: BannerFacts): string {
  const { url, demo } = facts;
  const rows = table([
    ["Dashboard", demo === undefined ? `${url}/sign-up` : `${url}/sign-in`],
    ["Sign in", demo && `${demo.email}  password ${demo.password}`],
    ["Booking page", demo?.booking_path && `${url}${demo.booking_path}`],
    ["API", `${url}/v1   (description: ${url}/v1/openapi.json)`],
    ["Organization", demo?.organization_id],
    ["Live key", demo?.live_key],
    ["Test key", demo?.test_key],
    ["Mail", mailInWords(facts)],
    ["Files", facts.dataFolder],
  ]);
  return [
    "",
    "  Astrocal is running",
    "",
    ...rows,
    "",
    ...commands(facts),
    "  Stop it with Ctrl-C.",
    "",
  ].join("\n");
}
