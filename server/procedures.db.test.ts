import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "./db";
import { newId } from "./ids";
import { provenOrganization } from "./scope";
import { everything } from "./testing/doors";
import { newOrganization, type TestOrganization } from "./testing/factories";
import { type Input, inputs, rowOf, type Side, sideOf } from "./testing/inputs";
import { callProcedure, idPaths, type Procedure, procedures } from "./testing/procedures";
import type { Context } from "./trpc";

// All procedures, published or not, called as their doors call them: what is allowed is decided in them, and nowhere
// before them.

/** Wrong tokens are throttled by address: each call comes from one of its own. */
let calls = 0;
const facts = () => ({
  nowMs: Date.now(),
  requestId: "same",
  ipAddress: `198.18.${Math.floor(++calls / 256) % 256}.${calls % 256}`,
});
const asStranger = (): Context => ({ ...facts(), scope: null, key: null, role: null });

function asOwner({ organization, mode }: Side, by?: string): Context {
  const { organizationId } = organization;
  const userId = by ?? organization.userId;
  const actor = { type: "user" as const, id: userId, name: "Olga Owner" };
  const scope = {
    ...facts(),
    organizationId: provenOrganization(organizationId),
    isTest: mode === "test",
    actor,
  };
  return { ...facts(), key: null, role: "owner", scope };
}

let mine: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  [mine, other] = await Promise.all([newOrganization(), newOrganization()]);
});

const ownSide = ({ name }: Procedure): Side => sideOf(mine, rowOf(name).only ?? "live");

test("every procedure has a row, and every row a procedure", () => {
  expect(Object.keys(inputs).toSorted()).toEqual(procedures.map(({ name }) => name).toSorted());
});

test.each(procedures)("$name succeeds for a person of the organization", async (procedure) => {
  const side = ownSide(procedure);
  const row = rowOf(procedure.name);
  const input = await row.input(side);
  const context = asOwner(side, await row.by?.(side));
  expect(await callProcedure(procedure, context, input)).toHaveProperty("answer");
});

describe("without a key or session", () => {
  /** What hosted pages, sign-up and the documentation call, besides what the contract calls public. */
  const open = new Set([
    "availability.list",
    "bookings.create",
    "docs.facts",
    "eventTypes.get",
    "eventTypes.getByAddress",
    "eventTypes.getPublic",
    "health",
    "members.acceptInvitation",
    "members.invitation",
    "organizations.signUp",
    "waitlist.join",
    "users.requestPasswordReset",
    "users.resetPassword",
    "users.signInFacts",
  ]);

  test.each(procedures.filter(({ name }) => open.has(name)))("$name answers", async (procedure) => {
    const input = await rowOf(procedure.name).input(ownSide(procedure));
    expect(await callProcedure(procedure, asStranger(), input)).toHaveProperty("answer");
  });

  test.each(procedures.filter(({ name }) => !open.has(name)))(
    "$name refuses, by itself, and changes nothing",
    async (procedure) => {
      const { token: _, ...input } = await rowOf(procedure.name).input(ownSide(procedure));
      const before = await everything();
      expect(await callProcedure(procedure, asStranger(), input)).toEqual({
        code: "unauthorized",
        message: "Missing or invalid Authorization header",
      });
      expect(await everything()).toEqual(before);
    },
  );

  test.each(procedures.filter(({ isPublished }) => isPublished))(
    "$name lets no key through that has no scope for it",
    async (procedure) => {
      const side = ownSide(procedure);
      const input = await rowOf(procedure.name).input(side);
      const ctx = { ...asOwner(side), key: { id: newId(), scopes: [], tier: "free" as const } };
      const outcome = await callProcedure(procedure, ctx, input);
      const free = procedure.name === "health" || procedure.name === "me.get";
      expect(outcome).toMatchObject(free ? { answer: {} } : { code: "forbidden" });
    },
  );

  test("nothing stands before the procedures that could be gone round: Next has no middleware here", () => {
    const files = ["", "src", "app"].flatMap((folder) =>
      ["middleware", "proxy"].flatMap((name) =>
        ["ts", "tsx", "mts", "js", "jsx", "mjs", "cjs"].map((end) =>
          join(folder, `${name}.${end}`),
        ),
      ),
    );
    expect(files.filter((file) => existsSync(file))).toEqual([]);
    expect(existsSync("next.config.ts")).toBe(true);
  });
});

/** The newest row of each kind in the database, but of the log that is written beside. */
async function newestIds(): Promise<Map<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'
       AND table_name <> 'api_requests'`,
  );
  const newest = tables.map(
    ({ name }) => `(SELECT '${name}' AS name, id FROM "${name}" ORDER BY id DESC LIMIT 1)`,
  );
  const { rows } = await pool.query<{ name: string; id: string }>(newest.join(" UNION ALL "));
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Makes one of everything on a side. @returns the ids of what was made, by table */
async function everythingOn(side: Side): Promise<Map<string, string>> {
  const before = await newestIds();
  for (const { input, only } of Object.values(inputs)) {
    if (only === undefined || only === side.mode) await input(side);
  }
  const made = [...(await newestIds())].filter(([table, id]) => before.get(table) !== id);
  return new Map(made);
}

/** The input with another value at a path. */
function withAt(input: Input, [name = "", ...path]: string[], value: unknown): Input {
  const inner = input[name];
  const next = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...input, [name]: path.length === 0 ? value : withAt(next, path, value) };
}

describe("an id that is not the caller's", () => {
  let foreign: { live: Map<string, string>; test: Map<string, string> };
  let own: { live: Map<string, string>; test: Map<string, string> };
  beforeAll(async () => {
    foreign = {
      live: await everythingOn(sideOf(other, "live")),
      test: await everythingOn(sideOf(other, "test")),
    };
    own = {
      live: await everythingOn(sideOf(mine, "live")),
      test: await everythingOn(sideOf(mine, "test")),
    };
  });

  /** What a caller of a side must not tell from nothing. */
  function hidden({ name }: Procedure, mode: "live" | "test"): string[] {
    const otherMode = new Map(own[mode === "live" ? "test" : "live"]);
    const others = new Map(foreign.live);
    // A live key may see and revoke test keys (contract §3).
    if (mode === "live") otherMode.delete("api_keys");
    // The organization's people, and their calendars, are the same on both sides.
    otherMode.delete("members");
    otherMode.delete("calendar_connections");
    otherMode.delete("invitations");
    // Anyone may see a live event type that is active, whatever key is sent along.
    if (name === "eventTypes.getPublic") {
      others.delete("event_types");
      if (mode === "test") otherMode.delete("event_types");
    }
    return [...others.values(), ...foreign.test.values(), ...otherMode.values()];
  }

  test("is there of every kind that an organization has", () => {
    for (const { live, test: tests } of [foreign, own]) {
      expect([...live.keys()]).toEqual(
        expect.arrayContaining(["api_keys", "attendees", "bookings", "event_types", "events"]),
      );
      // The sandbox sends no mail, and has no people of its own, nor calendars.
      const apart = new Set(["calendar_connections", "emails", "invitations", "members", "users"]);
      const kinds = (all: Map<string, string>) =>
        [...all.keys()].filter((kind) => !apart.has(kind)).toSorted();
      expect(kinds(tests)).toEqual(kinds(live));
    }
  });

  const naming = procedures
    .map((procedure) => ({ ...procedure, paths: idPaths(procedure.schema) }))
    .filter(({ paths }) => paths.length > 0);

  test.each(naming)("is to $name as one that nothing has", async ({ paths, ...procedure }) => {
    const { only, input: inputFor, byToken } = rowOf(procedure.name);
    for (const mode of only === undefined ? (["live", "test"] as const) : [only]) {
      const side = sideOf(mine, mode);
      const input = await inputFor(side);
      const before = await everything();
      // An invitee has the token of an own booking, whatever id is named with it.
      const contexts = [() => asOwner(side), ...(byToken ? [asStranger] : [])];
      for (const path of paths) {
        for (const context of contexts) {
          const ask = async (id: string) =>
            await callProcedure(procedure, context(), withAt(input, path, id));
          const missing = await ask(newId());
          for (const id of hidden(procedure, mode)) {
            expect(await ask(id)).toEqual(missing);
          }
        }
      }
      expect(await everything()).toEqual(before);
    }
  });
});
