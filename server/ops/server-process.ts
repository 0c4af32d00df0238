import { spawn } from "node:child_process";
import { root } from "./install.mjs";
import { lastLines } from "./tool";

/** Everything the server reads from its environment (server/env.ts) that the launcher decides. */
export interface ServerEnvironment {
  readonly DATABASE_URL: string;
  readonly AUTH_SECRET: string;
  readonly ASTROCAL_SERVICE_KEY: string;
  readonly ENCRYPTION_KEYS: string;
  readonly PORT: string;
  readonly HOST: string;
  readonly PUBLIC_URL: string;
  /** Unless it is left to a person's own setting. */
  readonly WEBHOOK_ALLOW_PRIVATE?: string;
}

export interface ServerProcess {
  /** Resolves when the process is gone, with its exit code. */
  readonly ended: Promise<number>;
  /** Lets it finish what is in flight. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a crash or a power cut would: for tests of what is left then. */
  readonly crash: () => void;
}

/** Server and worker give themselves ten seconds to finish (server/http.ts); what takes longer is stuck. */
const stopDeadlineMs = 15_000;

type Program = {
  name: string;
  args: readonly string[];
  /** What it prints when it has begun. */
  says: RegExp;
};

/** Starts the server process and waits until it listens; see `startProgram`. */
export const startServer = async (
  environment: ServerEnvironment,
  { dev }: { dev: boolean },
): Promise<ServerProcess> => {
  const args = ["server/http.ts", ...(dev ? ["--dev"] : [])];
  return await startProgram({ name: "server", args, says: /^listening on /m }, environment, dev);
};

/** Starts a worker process and waits until it works; see `startProgram`. */
export const startWorker = async (
  environment: ServerEnvironment,
  { dev }: { dev: boolean },
): Promise<ServerProcess> => {
  const args = ["server/worker/main.ts"];
  return await startProgram({ name: "worker", args, says: /^working$/m }, environment, dev);
};

/**
 * Starts one of our programs and waits until it has begun. Later output goes to this process's own.
 * @throws with the last it printed when it ends before
 */
async function startProgram(
  { name, args, says }: Program,
  environment: ServerEnvironment,
  dev: boolean,
): Promise<ServerProcess> {
  const preloads = ["--import", "./server/ops/stop-with-parent.mjs", "--import", "tsx"];
  const child = spawn(process.execPath, [...preloads, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: dev ? "development" : "production",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C in a terminal reaches the launcher alone, which decides the order.
    detached: true,
  });
  const ended = new Promise<number>((resolve) => {
    child.on("close", (code) => resolve(code ?? 1));
  });
  const stop = async () => {
    const timer = setTimeout(() => child.kill("SIGKILL"), stopDeadlineMs);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(timer);
  };

  let printed = "";
  let begun = false;
  await new Promise<void>((resolve, reject) => {
    const forward = (ours: NodeJS.WriteStream) => (text: string) => {
      if (begun) {
        ours.write(text);
        return;
      }
      printed += text;
      if (says.test(printed)) {
        begun = true;
        resolve();
      }
    };
    child.stdout?.setEncoding("utf8").on("data", forward(process.stdout));
    child.stderr?.setEncoding("utf8").on("data", forward(process.stderr));
    child.on("error", reject);
    void ended.then(() =>
      reject(new Error(`The ${name} ended at once:\n  ${lastLines(printed, 20)}`)),
    );
  });
  return { ended, stop, crash: () => child.kill("SIGKILL") };
}
