import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { root } from "./install.mjs";

/** Where this installation keeps what must survive a restart: database, secrets, demo. Closed to others. */
export const dataFolder = resolve(root, process.env["ASTROCAL_DATA_DIR"] || ".data");

/** Held by whoever runs the embedded Postgres of the data folder. */
export const lockFile = join(dataFolder, "lock");

/** Makes the data folder if it is missing; what lies above it is made as any folder, open to the system's users. */
export async function makeDataFolder() {
  await mkdir(dirname(dataFolder), { recursive: true });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
}
