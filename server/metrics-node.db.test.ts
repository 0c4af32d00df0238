import { expect, test } from "vitest";
import { serveMetrics } from "./metrics-node";
import { newOrganization } from "./testing/factories";
import { httpHost } from "./testing/hosts";
import { ok, refused } from "./testing/rest";

async function scrape(authorization: string | null) {
  const url = await httpHost((request, response) => void serveMetrics(request, response));
  const headers = authorization === null ? {} : { authorization };
  const answer = await fetch(`${url}/metrics`, { headers });
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
