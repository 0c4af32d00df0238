import { readFileSync } from "node:fs";

// What the availability endpoint answered: the same bytes, from memory, with nothing done for them.
const body = readFileSync(process.env["BARE_ANSWER_FILE"] ?? "", "utf8");

export const dynamic = "force-dynamic";

export function GET(): Response {
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8" } });
}
