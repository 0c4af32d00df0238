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
}

export interface ServerProcess {
  /** Resolves when the process is gone, with its exit code. */
  readonly ended: Promise<number>;
  /** Lets it finish what is in flight. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a crash or a power cut would: for tests of what is left then. */
  readonly crash: () => void;
}

/** The server gives itself ten seconds to finish (server/http.ts); what takes longer is stuck. */
const stopDeadlineMs = 15_000;

/**
 * Starts the server process and waits until it listens. Later output goes to this process's own.
 * @throws with the last it printed when it ends before it listens
 */
export async function startServer(
  environment: ServerEnvironment,
  { dev }: { dev: boolean },
): Promise<ServerProcess> {
  const preloads = ["--import", "./server/ops/stop-with-parent.mjs", "--import", "tsx"];
  const child = spawn(
    process.execPath,
    [...preloads, "server/http.ts", ...(dev ? ["--dev"] : [])],
    {
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
    },
  );
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
  let listening = false;
  await new Promise<void>((resolve, reject) => {
    const forward = (ours: NodeJS.WriteStream) => (text: string) => {
      if (listening) {
        ours.write(text);
        return;
      }
      printed += text;
      if (/^listening on /m.test(printed)) {
        listening = true;
        resolve();
      }
    };
    child.stdout?.setEncoding("utf8").on("data", forward(process.stdout));
    child.stderr?.setEncoding("utf8").on("data", forward(process.stderr));
    child.on("error", reject);
    void ended.then(() =>
      reject(new Error(`The server ended at once:\n  ${lastLines(printed, 20)}`)),
    );
  });
  return { ended, stop, crash: () => child.kill("SIGKILL") };
}
