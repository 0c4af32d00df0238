import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { isAlive, startOf } from "./processes.mjs";

/** Another live process holds the lock. */
export class LockedError extends Error {
  /**
   * @param {number} pid
   * @param {string} purpose
   */
  constructor(pid, purpose) {
    super(`${purpose} is running (process ${pid})`);
    this.pid = pid;
    this.purpose = purpose;
  }
}

/**
 * Who holds the lock, or undefined when nobody alive does.
 * @param {string} file
 * @returns {Promise<{ pid: number, purpose: string } | undefined>}
 */
async function lockHolder(file) {
  const text = await readFile(file, "utf8").catch(() => "");
  const [pid = "", started = "", purpose = ""] = text.split("\n");
  const alive =
    pid !== "" && isAlive(Number(pid)) && ((await startOf(Number(pid))) ?? "") === started;
  return alive ? { pid: Number(pid), purpose } : undefined;
}

/**
 * Takes a lock that no two live processes hold, and takes it over from a dead one.
 * @param {string} file
 * @param {string} purpose what a person is told who comes second, such as "npm start"
 * @returns {Promise<() => Promise<void>>} what releases it
 * @throws {LockedError}
 */
export async function takeLock(file, purpose) {
  const own = `${file}.${process.pid}`;
  await writeFile(own, `${process.pid}\n${(await startOf(process.pid)) ?? ""}\n${purpose}\n`, {
    mode: 0o600,
  });
  try {
    for (;;) {
      // A hard link is made whole or not at all, and fails when the name is taken.
      const taken = await link(own, file).then(
        () => true,
        () => false,
      );
      if (taken) {
        return async () => await rm(file, { force: true });
      }
      const holder = await lockHolder(file);
      if (holder !== undefined) {
        throw new LockedError(holder.pid, holder.purpose);
      }
      // Moved aside before it is removed, so that of several who find it stale only one removes it.
      const stale = `${file}.stale.${process.pid}`;
      await rename(file, stale).catch(() => undefined);
      const moved = await lockHolder(stale);
      if (moved !== undefined) {
        await rename(stale, file);
        throw new LockedError(moved.pid, moved.purpose);
      }
      await rm(stale, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}
