import { connect } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { serveDoor } from "./testing/over-http";
import { hold } from "./testing/rest";

let port: number;
beforeAll(async () => {
  port = await serveDoor();
});

/** Sends bytes as they are, and reads until the server hangs up. */
async function exchange(bytes: string | Uint8Array): Promise<string> {
  return await new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

/** The one answer in what was received, held to what is promised of every answer. */
function parse(received: string) {
  const [head = "", body = ""] = received.split("\r\n\r\n", 2);
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
  });
  const status = Number(
    z
      .string()
      .regex(/^HTTP\/1\.1 \d{3} /)
      .parse(statusLine)
      .slice(9, 12),
  );
  const answer = { status, headers: Object.fromEntries(headers), body };
  return hold({ method: "GET", url: "/unreadable" }, answer);
}

const get = "GET /v1/event-types HTTP/1.1\r\nHost: a\r\n";
const post = "POST /v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

describe("what is no HTTP request is refused in the envelope, and the connection closed:", () => {
  test.each([
    ["nonsense", "nonsense\r\n\r\n"],
    ["a method in lower case", "get /health HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["another protocol", "GET /health SMTP/1.1\r\nHost: a\r\n\r\n"],
    ["TLS", Uint8Array.of(0x16, 0x03, 0x01, 0x00, 0xf4, 0x01, 0x00, 0x00, 0xf0, 0x03, 0x03)],
    ["a blank in the address", "GET /v1/ event-types HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["a NUL in a header", `${get}X-Request-Id: a\u0000b\r\n\r\n`],
    ["a header without a name", `${get}: value\r\n\r\n`],
    ["a header without a colon", `${get}Authorization\r\n\r\n`],
    ["two lengths", `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ["a negative length", `${post}Content-Length: -1\r\n\r\n`],
    [
      "a length and chunks",
      `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ["an unknown encoding", `${post}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`],
  ])("%s", async (_, bytes) => {
    const { status, error } = parse(await exchange(bytes));
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { request: "is not valid HTTP" },
    });
  });

  test.each([
    ["a header of 20 KiB", `${get}Cookie: ${"x".repeat(20_000)}\r\n\r\n`],
    ["an address of 20 KiB", `GET /v1/${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ["many headers", `${get}${"x-name: value\r\n".repeat(4_000)}\r\n`],
  ])("%s", async (_, bytes) => {
    const { status, error } = parse(await exchange(bytes));
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { request: "must have at most 16 KiB of address and headers" },
    });
  });
});

test("a chunk that breaks off leaves the server as it was", async () => {
  const chunked = `${post}Transfer-Encoding: chunked\r\n\r\n`;
  expect(parse(await exchange(`${chunked}zz\r\n{}\r\n0\r\n\r\n`)).status).toBe(400);
  const closing = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  expect(parse(await exchange(closing)).status).toBe(200);
});

test("a body that is too long is refused before it has arrived", async () => {
  const declared = `${post}Content-Length: 100000000\r\n\r\n${"x".repeat(300_000)}`;
  const { status, error } = parse(await exchange(declared));
  expect({ status, code: error?.code }).toEqual({ status: 413, code: "payload_too_large" });
});
