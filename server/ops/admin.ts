import { text } from "node:stream/consumers";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { ZodError } from "zod";
import { AppError } from "../errors";
import { type AdminCommand, adminCommands, helpOf, overview } from "./admin-commands";
import { dataFolder, lockFile, makeDataFolder } from "./data-folder.mjs";
import { generateClient } from "./build";
import { findRunningDatabase, openDatabase } from "./database";
import { serverEnvironment } from "./environment";
import { LockedError, takeLock } from "./lock.mjs";
import { applyMigrations, requireMigrated } from "./migrations";
import { type Secrets, readSecrets } from "./secrets";
import { beforeExit } from "./shutdown.mjs";
import { sentenceOf } from "./steps.mjs";

/** How long a start that is under way may take until its database answers. */
const patienceMs = 60_000;

/**
 * The address of the database to work on. The embedded one is used where it runs, and started for this command
 * where it does not.
 */
async function databaseUrl(secrets: Secrets): Promise<string> {
  if (process.env["DATABASE_URL"]) {
    return (await openDatabase(secrets)).url;
  }
  await makeDataFolder();
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      beforeExit(await takeLock(lockFile, "npm run admin"));
      break;
    } catch (error) {
      if (!(error instanceof LockedError)) {
        throw error;
      }
      // Another admin command takes its database away again, so its turn is waited for; the server's stays.
      const url =
        error.purpose === "npm run admin" ? undefined : await findRunningDatabase(secrets);
      if (url !== undefined) {
        return url;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${error.message} with the data in ${dataFolder}, and its database does not answer.`,
          {
            cause: error,
          },
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const database = await openDatabase(secrets);
  beforeExit(database.close);
  await applyMigrations(database.url);
  return database.url;
}

function parse(command: AdminCommand, args: string[]): Record<string, unknown> {
  const options: NonNullable<ParseArgsConfig["options"]> = { json: { type: "boolean" } };
  for (const name of Object.keys(command.options)) {
    options[name] = { type: "string" };
  }
  const { values } = parseArgs({ args, options });
  const missing = Object.entries(command.options).filter(
    ([name, { optional }]) => optional !== true && values[name] === undefined,
  );
  if (missing.length > 0) {
    throw new Error(`${missing.map(([name]) => `--${name}`).join(" and ")} must be given.`);
  }
  return { ...values };
}

/** A result as a person reads it. */
function readable(result: unknown): string {
  if (Array.isArray(result)) {
    return result.length === 0 ? "none" : result.map(readable).join("\n\n");
  }
  if (typeof result !== "object" || result === null) {
    return String(result);
  }
  const entries = Object.entries(result);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries
    .map(
      ([name, value]) =>
        `${name.padEnd(width)}  ${typeof value === "string" ? value : JSON.stringify(value)}`,
    )
    .join("\n");
}

/** An error as a sentence; option names as they are typed. */
function explain(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues.map((issue) => `--${issue.path.join(".")} ${issue.message}`).join("\n");
  }
  if (error instanceof AppError && error.details !== undefined) {
    return Object.entries(error.details)
      .map(([field, problem]) => `${field} ${problem}`)
      .join("\n");
  }
  return sentenceOf(error);
}

/**
 * Runs a command on the database that there is. This process has the server's settings from then on.
 * @returns what the command says
 * @throws what the verb throws
 */
export async function runCommand(command: AdminCommand, values: unknown): Promise<unknown> {
  const secrets = await readSecrets();
  const url = await databaseUrl(secrets);
  if (command.anySchema !== true) {
    await requireMigrated(url);
  }
  await generateClient();
  Object.assign(process.env, {
    ...serverEnvironment({ url }, secrets, { port: 3000, host: "127.0.0.1" }),
    LOG_LEVEL: "fatal",
  });
  return await command.run(values, url);
}

async function perform(command: AdminCommand, args: string[]): Promise<string> {
  const { json, ...values } = parse(command, args);
  if (values["password"] === "-") {
    values["password"] = (await text(process.stdin)).replace(/\r?\n$/, "");
  }
  const result = await runCommand(command, values);
  return json === true
    ? JSON.stringify(result)
    : command.alwaysJson
      ? JSON.stringify(result)
      : readable(result);
}

/** `npm run admin`: finds the command, runs it and prints its result. @returns the exit code */
export async function main(args: string[]): Promise<number> {
  const [first = "", second = ""] = args;
  const name = first in adminCommands ? first : `${first} ${second}`;
  const command = adminCommands[name];
  if (command === undefined) {
    const asked = args.length === 0 || first === "help" || args.includes("--help");
    process[asked ? "stdout" : "stderr"].write(
      asked ? `${overview()}\n` : `There is no command "${name.trim()}".\n\n${overview()}\n`,
    );
    return asked ? 0 : 1;
  }
  const rest = args.slice(name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(`${helpOf(name, command)}\n`);
    return 0;
  }
  try {
    process.stdout.write(`${await perform(command, rest)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}
