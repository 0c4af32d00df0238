import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { pool, prisma, transaction } from "./db";
import { holdTransaction } from "./held-transaction";
import { newId } from "./ids";
import { inOrder, type Sql, sqlTransaction } from "./sql";

const write = async (tx: Sql, slug: string): Promise<number> =>
  await tx.$executeRaw`
    INSERT INTO organizations (id, name, slug, time_zone, updated_at)
    VALUES (${newId()}::uuid, 'Ordered', ${slug}, 'UTC', now())`;
const rename = async (tx: Sql, slug: string): Promise<number> =>
  await tx.$executeRaw`UPDATE organizations SET name = 'Renamed' WHERE slug = ${slug}`;
const refused = async (tx: Sql): Promise<number> => await tx.$executeRaw`SELECT 1 / 0`;
const nameOf = async (slug: string) =>
  (await prisma.organization.findUnique({ where: { slug } }))?.name ?? null;

const kinds: [string, <T>(work: (tx: Sql) => Promise<T>) => Promise<T>][] = [
  ["sqlTransaction", sqlTransaction],
  ["transaction", transaction],
];

describe.each(kinds)("two statements of a %s, asked in order", (_, open) => {
  test("are done one after the other", async () => {
    const slug = newId();
    const both = (tx: Sql) =>
      inOrder(
        tx,
        () => write(tx, slug),
        () => rename(tx, slug),
      );
    expect(await open(both)).toEqual([1, 1]);
    expect(await nameOf(slug)).toBe("Renamed");
  });

  test("fail with the first one's error, and neither is done", async () => {
    const slug = newId();
    const both = (tx: Sql) =>
      inOrder(
        tx,
        () => refused(tx),
        () => write(tx, slug),
      );
    await expect(open(both)).rejects.toThrow("division by zero");
    expect(await nameOf(slug)).toBeNull();
    expect(pool.idleCount).toBe(pool.totalCount);
  });
});

describe("a transaction that begins by reading", () => {
  test("learns nothing, and so writes nothing, until what comes first is certain", async () => {
    const [slug, order] = [newId(), Array<string>()];
    const held = holdTransaction(
      () =>
        sqlTransaction(
          async (tx) => {
            await tx.$queryRaw`SELECT 1`;
            order.push("read");
            await write(tx, slug);
          },
          { beginsReading: true },
        ),
      {
        begin: async (tx) => {
          await tx.$queryRaw`SELECT 2`;
          await sleep(50);
          order.push("begun");
        },
        end: async () => {},
      },
    );
    expect(await held).toMatchObject({ isCommitted: true });
    expect(order).toEqual(["begun", "read"]);
    expect(await nameOf(slug)).toBe("Ordered");
  });

  test("is undone where what comes first fails", async () => {
    const slug = newId();
    const held = holdTransaction(
      () =>
        sqlTransaction(
          async (tx) => {
            await tx.$queryRaw`SELECT 1`;
            await write(tx, slug);
          },
          { beginsReading: true },
        ),
      {
        begin: async () => {
          await sleep(50);
          throw new Error("claimed by another one");
        },
        end: async () => {},
      },
    );
    await expect(held).rejects.toThrow("claimed by another one");
    expect(await nameOf(slug)).toBeNull();
    expect(pool.idleCount).toBe(pool.totalCount);
  });
});
