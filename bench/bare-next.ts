import { spawn } from "node:child_process";
import { once } from "node:events";

const folder = "bench/bare-next";

function next(args: string[], environment: Record<string, string>) {
  return spawn(process.execPath, ["node_modules/next/dist/bin/next", ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Builds and starts a Next app of one route that answers a file's bytes: the ceiling that ratios refer to. */
export async function startBareNext(answerFile: string, port: number) {
  const environment = { BARE_ANSWER_FILE: answerFile };
  const build = next(["build", folder], environment);
  build.stdout.resume();
  const [code] = await once(build, "close");
  if (code !== 0) {
    throw new Error("the bare Next app was not built");
  }
  const server = next(["start", folder, "-H", "127.0.0.1", "-p", String(port)], environment);
  server.stdout.resume();
  const url = `http://127.0.0.1:${port}/answer`;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) {
      return { url, stop: () => server.kill("SIGTERM") };
    }
    if (attempt === 100) {
      throw new Error("the bare Next app did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
