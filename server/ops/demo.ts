import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { dataFolder } from "./data-folder.mjs";
import { root } from "./install.mjs";
import { lastLines, runTool } from "./tool";
import type { ServerEnvironment } from "./server-process";

/** What a person needs in order to look around. Fields are absent until the seed has made what they name. */
export const Demo = z.object({
  email: z.string(),
  password: z.string(),
  organization_id: z.string().optional(),
  live_key: z.string().optional(),
  test_key: z.string().optional(),
  event_type_id: z.string().optional(),
  booking_path: z.string().optional(),
  finished: z.boolean(),
});
export type Demo = z.infer<typeof Demo>;

/** Holds the demo's password and keys; readable by its owner alone. */
const demoFile = join(dataFolder, "demo.json");

/** The demo that was last seeded, or undefined. */
async function readDemo(): Promise<Demo | undefined> {
  try {
    return Demo.parse(JSON.parse(await readFile(demoFile, "utf8")));
  } catch {
    return undefined;
  }
}

const Facts = z.object({ organizations: z.boolean(), demo: z.boolean(), event_type: z.boolean() });

async function readFacts(url: string, demo: Demo | undefined): Promise<z.infer<typeof Facts>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM organizations) AS organizations,
         EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id
                 WHERE u.email = $1 AND ($2::uuid IS NULL OR m.organization_id = $2)) AS demo,
         EXISTS (SELECT FROM event_types WHERE id = $3 AND active AND deleted_at IS NULL) AS event_type`,
      [demo?.email ?? null, demo?.organization_id ?? null, demo?.event_type_id ?? null],
    );
    return Facts.parse(rows[0]);
  } finally {
    await client.end();
  }
}

async function seed(environment: ServerEnvironment): Promise<void> {
  const { code, output } = await runTool("tsx", [join(root, "prisma/seed.ts"), demoFile], {
    env: { ...environment, NODE_ENV: "production" },
  });
  if (code !== 0) {
    throw new Error(`The demo organization could not be made:\n  ${lastLines(output, 12)}`);
  }
}

/**
 * Gives an empty database its demo, and finishes one that was broken off. Databases with organizations of their own
 * are left alone.
 * @returns the demo this database holds, if any, and whether it was made now
 */
export async function prepareDemo(
  environment: ServerEnvironment,
): Promise<{ demo: Demo | undefined; made: boolean }> {
  const demo = await readDemo();
  const facts = await readFacts(environment.DATABASE_URL, demo);
  const begun = demo !== undefined && !demo.finished && facts.demo;
  if (facts.organizations && !begun) {
    const { event_type_id, booking_path, ...rest } = demo ?? {};
    const links = facts.event_type ? { event_type_id, booking_path } : {};
    return {
      demo: demo && facts.demo ? Demo.parse({ ...rest, ...links }) : undefined,
      made: false,
    };
  }
  if (!begun) {
    // Left by another database, which is no longer the one we use.
    await rm(demoFile, { force: true });
  }
  await seed(environment);
  return { demo: await readDemo(), made: true };
}
