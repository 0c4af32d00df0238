import { spawn } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeExit } from "./shutdown.mjs";

// Everything here runs before anything is installed: Node's own modules only.

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** @throws {Error} on a Node that the dependencies do not run on (package.json, engines). */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Astrocal needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
    );
  }
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, link?: boolean,
 *   devOptional?: boolean, peer?: boolean }} Package
 */

/**
 * @param {string} file
 * @returns {Promise<Record<string, Package> | undefined>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what the lock file names. npm writes down what it installed when it is done, so a broken
 * installation counts as none. Packages for other platforms may be absent; so may tools of development when
 * `withTools` is false.
 * @param {boolean} withTools
 */
async function isInstalled(withTools) {
  const wanted = await readPackages("package-lock.json");
  const present = await readPackages("node_modules/.package-lock.json");
  if (wanted === undefined) {
    throw new Error("package-lock.json is missing or broken: restore it from the repository.");
  }
  if (present === undefined) {
    return false;
  }
  const same = Object.entries(wanted).every(([path, { version, integrity, ...kind }]) => {
    const found = present[path];
    if (path === "" || found === undefined) {
      return (
        path === "" ||
        kind.optional === true ||
        (!withTools && (kind.dev ?? kind.devOptional) === true)
      );
    }
    return found.version === version && found.integrity === integrity;
  });
  // A folder that was removed by hand is still listed; three that everything needs stand for all.
  const needed = ["tsx", "next", "prisma"].map((name) =>
    access(join(root, "node_modules", name, "package.json")),
  );
  return same && (await Promise.allSettled(needed)).every(({ status }) => status === "fulfilled");
}

/** @param {string[]} args @returns {Promise<void>} */
function npm(args) {
  // The npm that runs us, else the one on the path.
  const cli = process.env["npm_execpath"];
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    beforeExit(() => child.kill());
    let printed = "";
    child.stdout.on("data", (text) => (printed += text));
    child.stderr.on("data", (text) => (printed += text));
    child.on("error", () =>
      reject(new Error("npm was not found. It comes with Node: https://nodejs.org.")),
    );
    child.on("close", (code) => {
      const last = printed.trim().split("\n").slice(-12).join("\n  ");
      return code === 0
        ? resolve()
        : reject(new Error(`npm could not install the dependencies:\n  ${last}`));
    });
  });
}

/**
 * Installs exactly what the lock file names, when it is missing or stale.
 * @param {import("./steps.mjs").Steps} steps
 * @param {boolean} withTools also the tools of development (tests, linters)
 */
export async function installDependencies(steps, withTools) {
  if (!(await isInstalled(withTools))) {
    await steps.step("Dependencies", async () => {
      await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
      return "installed as the lock file says";
    });
  }
}
