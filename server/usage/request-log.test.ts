import { expect, test } from "vitest";
import { provenOrganization } from "../scope";
import { type Batch, batchSize, type NotedRequest, RequestLog, waitingSize } from "./request-log";

const organizationId = provenOrganization("019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d");
const request: NotedRequest = {
  organizationId,
  isTest: false,
  apiKeyId: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1e",
  method: "GET",
  path: "/v1/event-types",
  status: 200,
  durationMs: 3,
  ipAddress: "203.0.113.7",
  requestId: "r",
  nowMs: Date.UTC(2026, 10, 24, 23, 59, 59, 999),
  counted: true,
};

const calls = (batches: Batch[]) =>
  batches.flatMap(({ counts }) => counts).reduce((sum, { apiCalls }) => sum + apiCalls, 0);

/** A log that keeps what it writes, and fails while told to. */
function recorded() {
  const written: Batch[] = [];
  const attempts: Batch[] = [];
  const state = { failing: false };
  const requests = new RequestLog(async (batch) => {
    attempts.push(batch);
    await Promise.resolve();
    if (state.failing) throw new Error("away");
    written.push(batch);
  });
  return { requests, written, attempts, state };
}

test("what was noted is written once, with a count a mode and day", async () => {
  const { requests, written } = recorded();
  requests.note(request);
  requests.note({ ...request, nowMs: request.nowMs + 1 });
  requests.note({ ...request, isTest: true });
  requests.note({ ...request, status: 404 });
  await requests.flush();
  await requests.flush();
  expect(written).toHaveLength(1);
  const day = Date.UTC(2026, 10, 24) / 86_400_000;
  const count = { organizationId, isTest: false, day, apiCalls: 2, rateLimited: 0 };
  expect(written[0]?.counts).toEqual([
    count,
    { ...count, day: day + 1, apiCalls: 1 },
    { ...count, isTest: true, apiCalls: 1 },
  ]);
  expect(written[0]?.requests.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
});

test("a refusal with 429 is no API call, and an exempt operation is logged but not counted", async () => {
  const { requests, written } = recorded();
  requests.note({ ...request, status: 429 });
  requests.note({ ...request, counted: false });
  await requests.flush();
  expect(written[0]?.counts).toMatchObject([{ apiCalls: 0, rateLimited: 1 }]);
  expect(written[0]?.requests).toHaveLength(2);
});

test("a batch that failed comes again as it was, and what was noted meanwhile after it", async () => {
  const { requests, written, attempts, state } = recorded();
  requests.note(request);
  state.failing = true;
  await expect(requests.flush()).rejects.toThrow("away");
  requests.note({ ...request, requestId: "later" });
  await expect(requests.flush()).rejects.toThrow("away");
  state.failing = false;
  await requests.flush();
  expect(attempts[1]).toBe(attempts[0]);
  expect(attempts[2]).toBe(attempts[0]);
  expect(written.map(({ requests: rows }) => rows.map(({ requestId }) => requestId))).toEqual([
    ["r"],
    ["later"],
  ]);
  expect(calls(written)).toBe(2);
});

test("of any number of flushes at once, each ends when what was noted before it is written", async () => {
  const { requests, written } = recorded();
  const flushes = [];
  for (let index = 0; index < 100; index += 1) {
    requests.note(request);
    flushes.push(requests.flush().then(() => calls(written)));
  }
  const seen = await Promise.all(flushes);
  for (const [index, count] of seen.entries()) expect(count).toBeGreaterThan(index);
  expect(calls(written)).toBe(100);
});

test("a batch is bounded, and one flush writes as many as it needs", async () => {
  const { requests, written } = recorded();
  for (let index = 0; index <= 2 * batchSize; index += 1) requests.note(request);
  await requests.flush();
  expect(written.map(({ requests: rows }) => rows.length)).toEqual([batchSize, batchSize, 1]);
  expect(calls(written)).toBe(2 * batchSize + 1);
});

test("while nothing can be written the oldest requests go, and every one stays counted", async () => {
  const { requests, written, state } = recorded();
  state.failing = true;
  const noted = waitingSize + 3 * batchSize;
  requests.note({ ...request, requestId: "0" });
  await expect(requests.flush()).rejects.toThrow("away");
  for (let index = 1; index < noted; index += 1) {
    requests.note({ ...request, requestId: String(index) });
  }
  expect(requests.waiting).toBeLessThanOrEqual(waitingSize + batchSize);
  state.failing = false;
  await requests.flush();
  const ids = written.flatMap(({ requests: rows }) => rows.map(({ requestId }) => requestId));
  expect(ids.at(-1)).toBe(String(noted - 1));
  expect(ids.length + requests.dropped).toBe(noted);
  expect(calls(written)).toBe(noted);
});

test("a path and a request id are kept without keys, NULs and what is too long for any of ours", async () => {
  const { requests, written } = recorded();
  const key = `ac_live_k1_${"a1".repeat(16)}`;
  requests.note({ ...request, path: `/v1/bookings/${key}`, requestId: key });
  requests.note({ ...request, path: `/v1/\0${"x".repeat(9_000)}` });
  await requests.flush();
  const [first, second] = written[0]?.requests ?? [];
  expect(first).toMatchObject({
    path: "/v1/bookings/ac_live_k1_[redacted]",
    requestId: "ac_live_k1_[redacted]",
  });
  expect(second?.path).not.toContain("\0");
  expect(second?.path.length).toBeLessThanOrEqual(500);
});
