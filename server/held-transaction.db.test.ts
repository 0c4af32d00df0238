import { expect, describe, test, vi } from "vitest";
import { type Db, pool, prisma, transaction } from "./db";
import { holdTransaction } from "./held-transaction";
import { newId } from "./ids";
import { log } from "./log";
import { type Sql, sqlTransaction } from "./sql";

/** What both kinds of transaction are asked to do here. */
type Open = <T>(work: (tx: Sql | Db) => Promise<T>) => Promise<T>;
const kinds: [string, Open][] = [
  ["transaction", transaction],
  ["sqlTransaction", sqlTransaction],
];

async function write(tx: Sql, slug: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO organizations (id, name, slug, time_zone, updated_at)
    VALUES (${newId()}::uuid, 'Held', ${slug}, 'UTC', now())`;
}

const isWritten = async (slug: string) =>
  (await prisma.organization.count({ where: { slug } })) > 0;

const nothing = async () => {};

describe.each(kinds)("%s", (_, open) => {
  test("stays open until what comes last is done, which sees what was written", async () => {
    const slug = newId();
    const order: string[] = [];
    const held = await holdTransaction(
      async () => {
        const result = await open(async (tx) => {
          order.push("work");
          await write(tx, slug);
          return "result";
        });
        expect(await isWritten(slug)).toBe(false);
        order.push("after");
        return result;
      },
      {
        begin: async () => void order.push("begin"),
        end: async (tx, result) => {
          order.push(`end with ${result}`);
          await tx.$executeRaw`UPDATE organizations SET name = 'Ended' WHERE slug = ${slug}`;
        },
      },
    );
    expect(held).toEqual({ result: "result", isCommitted: true });
    expect(order).toEqual(["begin", "work", "after", "end with result"]);
    expect(await prisma.organization.findUnique({ where: { slug } })).toMatchObject({
      name: "Ended",
    });
  });

  test.each<[string, Partial<Record<"begin" | "work" | "after" | "end", () => never>>]>([
    ["what comes first", { begin: fail }],
    ["the work", { work: fail }],
    ["what comes after the work", { after: fail }],
    ["what comes last", { end: fail }],
  ])("leaves nothing when %s fails, and gives its connection back", async (_, fails) => {
    const slug = newId();
    const held = holdTransaction(
      async () => {
        await open(async (tx) => {
          await write(tx, slug);
          fails.work?.();
        });
        fails.after?.();
      },
      { begin: async () => fails.begin?.(), end: async () => fails.end?.() },
    );
    await expect(held).rejects.toThrow("on purpose");
    expect(await isWritten(slug)).toBe(false);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  test("is refused a second time, and neither is left", async () => {
    const [one, two] = [newId(), newId()];
    const held = holdTransaction(
      async () => {
        await open((tx) => write(tx, one));
        await open((tx) => write(tx, two));
      },
      { begin: nothing, end: nothing },
    );
    await expect(held).rejects.toThrow("has one transaction");
    expect([await isWritten(one), await isWritten(two)]).toEqual([false, false]);
  });

  test("may be tried again by the verb after it failed", async () => {
    const slug = newId();
    const begin = vi.fn<() => Promise<void>>(nothing);
    const { isCommitted } = await holdTransaction(
      async () => {
        await expect(open(async () => fail())).rejects.toThrow("on purpose");
        await open((tx) => write(tx, slug));
      },
      { begin, end: nothing },
    );
    expect(isCommitted).toBe(true);
    expect(begin).toHaveBeenCalledTimes(2);
    expect(await isWritten(slug)).toBe(true);
  });

  test("is run again after a deadlock in its work, but not once its result was given out", async () => {
    vi.spyOn(log, "warn").mockImplementation(() => {});
    const slug = newId();
    const work = vi.fn<(tx: Sql | Db) => Promise<void>>((tx) => write(tx, slug));
    work.mockImplementationOnce(deadlock);
    await holdTransaction(() => open(work), { begin: nothing, end: nothing });
    expect(work).toHaveBeenCalledTimes(2);
    expect(await isWritten(slug)).toBe(true);

    const late = vi.fn<(tx: Sql | Db) => Promise<void>>((tx) => write(tx, newId()));
    const held = holdTransaction(() => open(late), { begin: nothing, end: deadlock });
    await expect(held).rejects.toThrow("on purpose");
    expect(late).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });

  test("is as ever outside, and in what goes on after the request", async () => {
    const [outside, afterwards] = [newId(), newId()];
    await open((tx) => write(tx, outside));
    expect(await isWritten(outside)).toBe(true);
    let goOn = () => {};
    const answered = new Promise<void>((resolve) => (goOn = resolve));
    let later: Promise<void> = Promise.resolve();
    await holdTransaction(
      async () => {
        later = answered.then(() => open((tx) => write(tx, afterwards)));
      },
      { begin: fail, end: fail },
    );
    goOn();
    await later;
    expect(await isWritten(afterwards)).toBe(true);
  });

  test("whose connection is ended between two statements fails alone, and the process goes on", async () => {
    const slug = newId();
    const ended = open(async (tx) => {
      await write(tx, slug);
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await prisma.$executeRaw`SELECT pg_terminate_backend(${row?.pid}::int)`;
      await new Promise((resolve) => setTimeout(resolve, 100));
      await write(tx, newId());
    });
    await expect(ended).rejects.toThrow(/connection|terminat/i);
    expect(await isWritten(slug)).toBe(false);
    await open((tx) => write(tx, slug));
    expect(await isWritten(slug)).toBe(true);
  });
});

function fail(): never {
  throw new Error("on purpose");
}

async function deadlock(tx: Sql | Db): Promise<void> {
  await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '40P01'; END $$`;
}
