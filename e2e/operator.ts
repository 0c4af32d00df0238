import { z } from "zod";
import { runCommand } from "../server/ops/admin";
import { adminCommands } from "../server/ops/admin-commands";
import { shutDown } from "../server/ops/shutdown.mjs";

// A process of its own, which runs operators' commands as they are sent to it, one at a time (fixtures.ts).

const Order = z.object({ name: z.string(), values: z.record(z.string(), z.string()) });

async function obey(message: unknown): Promise<unknown> {
  const { name, values } = Order.parse(message);
  const command = adminCommands[name];
  if (command === undefined) throw new Error(`There is no command "${name}".`);
  return await runCommand(command, values);
}

process.on("message", (message) => {
  void obey(message).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.once("disconnect", () => void shutDown(0));
