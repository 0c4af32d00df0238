import "server-only";
import { cache } from "react";
import { visitorApi } from "@/app/_trpc/server";

/** What the guides say of this server; asked once a page. */
export const docsFacts = cache(async () => await (await visitorApi()).docs.facts());

/** Code as a reader sees it: this server's address, dates that lie ahead. */
export async function fillPlaceholders(code: string): Promise<string> {
  const { placeholders } = await docsFacts();
  return Object.entries(placeholders).reduce(
    (filled, [name, value]) => filled.replaceAll(name, value),
    code,
  );
}
