import type { z } from "zod";
import { prisma } from "../db";
import { unknownCursor } from "../errors";
import { leastIdAt } from "../ids";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { activityEntry } from "./resource";
import type { ActivityList, ListActivity } from "./schema";

/**
 * What happened in the caller's organization and mode, newest first. What concerns the organization itself, its plan or
 * its people, belongs to the live side.
 * @throws validation_error for an unknown cursor
 */
export async function listActivity(
  scope: Scope,
  input: z.output<typeof ListActivity>,
): Promise<z.infer<typeof ActivityList>> {
  const { limit = defaultLimit, starting_after: cursor } = input;
  const mine = { organizationId: scope.organizationId, isTest: scope.isTest };
  if (cursor !== undefined) {
    const row = await prisma.event.findFirst({ where: { ...mine, id: cursor } });
    if (row === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.event.findMany({
    where: {
      AND: [mine, what(input), ...when(input), cursor === undefined ? {} : { id: { lt: cursor } }],
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(activityEntry), limit);
}

const what = (input: z.output<typeof ListActivity>) => ({
  ...(input.action === undefined ? {} : { action: input.action }),
  ...(input.resource_type === undefined ? {} : { resourceType: input.resource_type }),
  ...(input.resource_id === undefined ? {} : { resourceId: input.resource_id }),
  ...(input.actor_type === undefined ? {} : { actorType: input.actor_type }),
});

/** An id tells when it was made: what the index on ids leaves out need not be read. No clocks differ by more. */
const slackMs = 3_600_000;

const when = ({ from, to }: z.output<typeof ListActivity>) => [
  ...(from === undefined
    ? []
    : [{ createdAt: { gte: new Date(from) }, id: { gte: leastIdAt(from - slackMs) } }]),
  ...(to === undefined
    ? []
    : [{ createdAt: { lt: new Date(to) }, id: { lt: leastIdAt(to + slackMs) } }]),
];
