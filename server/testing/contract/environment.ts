import { inject } from "vitest";
import { goBy, type Transport } from "../transport";

// Runs before every test file of the contract project, after worker-environment.ts: from here on the file's requests
// go over HTTP, through Prism, to a server of its own.

process.env["TRUSTED_PROXIES"] ??= "127.0.0.1";

async function open(): Promise<Transport> {
  const [{ serveDoor }, { throughPrism }] = await Promise.all([
    import("../over-http"),
    import("./through-prism"),
  ]);
  return throughPrism(inject("prismPort"), await serveDoor());
}

// With the first request: the server reads its environment as it is loaded, and the file may set some of it.
let opened: Promise<Transport> | null = null;
goBy(async (request) => {
  opened ??= open();
  return await (
    await opened
  )(request);
});
