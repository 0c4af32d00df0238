import "server-only";
import type { api } from "@/app/_trpc/server";
import type { Calendar } from "@/server/calendars/schema";
import type { Member } from "@/server/members/schema";

type Caller = Awaited<ReturnType<typeof api>>;

/** Every connected account that the signed-in person may see, in the order they were connected. */
export async function allCalendars(caller: Caller): Promise<Calendar[]> {
  const calendars: Calendar[] = [];
  let page = await caller.calendars.list({ limit: 100 });
  for (;;) {
    calendars.push(...page.data);
    const last = page.data.at(-1);
    if (!page.has_more || last === undefined) return calendars.toReversed();
    page = await caller.calendars.list({ limit: 100, starting_after: last.id });
  }
}

/** Member → name, of those asked for; nobody is looked up when none is. */
export async function memberNames(
  caller: Caller,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let after: Member | undefined;
  while (wanted.some((id) => !names.has(id))) {
    const { data, has_more } = await caller.members.list({
      limit: 100,
      ...(after === undefined ? {} : { starting_after: after.id }),
    });
    for (const { id, name } of data) names.set(id, name);
    after = data.at(-1);
    if (!has_more || after === undefined) break;
  }
  return names;
}
