import { serveDoor } from "./over-http";

// A further server process over the same database, for tests that need more than one; see `startDoor`.

const port = await serveDoor();
process.on("disconnect", () => process.exit());
process.send?.(port);
