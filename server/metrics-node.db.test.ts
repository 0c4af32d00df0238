import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { serveMetrics } from "./metrics-node";
import { newOrganization } from "./testing/factories";
import { ok, refused } from "./testing/rest";

async function scrape(authorization: string | null) {
  const server = createServer((request, response) => void serveMetrics(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const headers = authorization === null ? {} : { authorization };
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  return { status: answer.status, text: await answer.text() };
}

const serviceKey = (process.env["ASTROCAL_SERVICE_KEY"] ?? "").split(",")[0] ?? "";

test("what was answered is counted by operation and status, not by address", async () => {
  const { live: key } = await newOrganization();
  await ok("eventTypes.list", { key });
  await refused("eventTypes.list", { key: "ac_live_k1_wrong" });
  const { status, text } = await scrape(`Bearer ${serviceKey}`);
  expect(status).toBe(200);
  expect(text).toMatch(
    /astrocal_http_request_seconds_count\{operation="GET \/v1\/event-types",status="200"\} [1-9]/,
  );
  expect(text).toMatch(
    /astrocal_http_request_seconds_count\{operation="GET \/v1\/event-types",status="401"\} [1-9]/,
  );
  expect(text).toMatch(/astrocal_queue_waiting_seconds\{queue="outbox"\} \d/);
  expect(text).toMatch(/astrocal_database_connections\{state="open"\} [1-9]/);
});

test.each([null, "Bearer wrong", "Basic abc"])("%j is told nothing", async (authorization) => {
  const { status, text } = await scrape(authorization);
  expect(status).toBe(401);
  expect(text).not.toContain("astrocal_");
});

test("an API key is no service key", async () => {
  const { live } = await newOrganization();
  expect((await scrape(`Bearer ${live}`)).status).toBe(401);
});
