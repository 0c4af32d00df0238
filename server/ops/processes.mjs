import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Whether a process with this id exists, ours or another user's.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * @param {number} pid
 * @param {string} column
 * @returns {Promise<string | undefined>}
 */
async function ps(pid, column) {
  const printed = await run("ps", ["-o", `${column}=`, "-p", String(pid)]).catch(() => undefined);
  return printed?.stdout.trim();
}

/**
 * The process's command line, or undefined when it is gone or the system does not tell.
 * @param {number} pid
 * @returns {Promise<string | undefined>}
 */
export async function commandOf(pid) {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
  } catch {
    return await ps(pid, "command");
  }
}

/**
 * When the process started, as an opaque text: with the id it names a process for good, although ids are
 * given out again (in a restarted container the very same small numbers).
 * @param {number} pid
 * @returns {Promise<string | undefined>}
 */
export async function startOf(pid) {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    // Field 22; the second may hold spaces and parentheses, so count from behind its end (proc_pid_stat(5)).
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot.trim()} ${ticks}`;
  } catch {
    return await ps(pid, "lstart");
  }
}
