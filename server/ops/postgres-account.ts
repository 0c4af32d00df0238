import { execFile, spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The system account that Postgres runs under when we are root, which it refuses to run as. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

async function findAccount(): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run("id", ["-u", "postgres"]),
      run("id", ["-g", "postgres"]),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * Whom to run Postgres as: undefined (ourselves) unless we are root; then the user `postgres`, made if missing.
 * @throws when root cannot make that user
 */
export async function postgresAccount(): Promise<PostgresAccount | undefined> {
  if (userInfo().uid !== 0) {
    return undefined;
  }
  const found = await findAccount();
  if (found !== undefined) {
    return found;
  }
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(
    (cause: unknown) => {
      throw new Error(
        "Postgres refuses to run as root, and the user `postgres` could not be made for it. " +
          "Run this as an ordinary user, or set DATABASE_URL to a Postgres of yours.",
        { cause },
      );
    },
  );
  const made = await findAccount();
  if (made === undefined) {
    throw new Error("The user `postgres` was made, but `id postgres` does not find it.");
  }
  return made;
}

/** Whether the account can enter the folder: asked of the system itself, so that ACLs count too. */
export function canEnter(account: PostgresAccount | undefined, folder: string): boolean {
  if (account === undefined) {
    return true;
  }
  const { status } = spawnSync("/bin/sh", ["-c", 'cd -- "$0"', folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
