import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { freePort } from "../ops/ports.mjs";
import { selfSigned } from "../testing/certificate";
import { httpHost, httpsHost, tcpHost } from "../testing/hosts";
import { outgoingBy, type OutgoingRequest } from "./call";
import { OutgoingError } from "./failure";

const outgoing = outgoingBy({ allowPrivate: true, ports: [443] });
const post: OutgoingRequest = {
  method: "POST",
  headers: { "content-type": "application/json", "accept-encoding": "identity" },
  body: "{}",
  deadlineMs: 400,
  maxBytes: 64 * 1024,
};
/** How late an end may come on a busy machine, beyond the deadline. */
const slackMs = 3_000;

/** What became of a call that must not succeed, in the time it may take. */
async function failureOf(url: string): Promise<{ reason: string; status: number | null }> {
  const startedMs = performance.now();
  const error: unknown = await outgoing.call(url, post).then(
    (answer) => new Error(`answered ${answer.status}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OutgoingError)) throw error;
  expect(performance.now() - startedMs).toBeLessThan(post.deadlineMs + slackMs);
  expect(error.message).toMatch(/^[A-Z][^{}]+[a-z]$/);
  return { reason: error.reason, status: error.status };
}

describe("a receiver that", () => {
  test("takes the connection and never answers is left at the deadline", async () => {
    expect(await failureOf(await httpHost(() => {}))).toEqual({ reason: "timeout", status: null });
  });

  test("does not even speak, on http or on https, is left at the deadline", async () => {
    const port = await tcpHost(() => {});
    expect(await failureOf(`http://127.0.0.1:${port}`)).toMatchObject({ reason: "timeout" });
    expect(await failureOf(`https://127.0.0.1:${port}`)).toMatchObject({ reason: "timeout" });
  });

  test("sends its headers a byte at a time is left at the deadline", async () => {
    const port = await tcpHost((socket) => {
      const bytes = `HTTP/1.1 200 OK\r\nX-Filler: ${"x".repeat(10_000)}`.split("");
      const timer = setInterval(() => socket.write(bytes.shift() ?? "x"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await failureOf(`http://127.0.0.1:${port}`)).toMatchObject({ reason: "timeout" });
  });

  test("sends its body a byte at a time is left at the deadline, its status known", async () => {
    const url = await httpHost((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    expect(await failureOf(url)).toEqual({ reason: "timeout", status: 200 });
  });

  test("resets or closes the connection, before or amid its answer, is a broken one", async () => {
    const closing = await tcpHost((socket) => socket.once("data", () => socket.end()));
    const resetting = await tcpHost((socket) =>
      socket.once("data", () => socket.resetAndDestroy()),
    );
    const amid = await tcpHost((socket) =>
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        setTimeout(() => socket.resetAndDestroy(), 50);
      }),
    );
    expect(await failureOf(`http://127.0.0.1:${closing}`)).toEqual({
      reason: "broken",
      status: null,
    });
    expect(await failureOf(`http://127.0.0.1:${resetting}`)).toMatchObject({ reason: "broken" });
    expect(await failureOf(`http://127.0.0.1:${amid}`)).toEqual({ reason: "broken", status: 200 });
  });

  test("speaks no HTTP, or has headers without end, is a broken one", async () => {
    const other = await tcpHost((socket) => socket.once("data", () => socket.end("SSH-2.0-x\r\n")));
    const endless = await tcpHost((socket) =>
      socket.once("data", () =>
        socket.end(`HTTP/1.1 200 OK\r\nX-Filler: ${"x".repeat(1_000_000)}\r\n\r\n`),
      ),
    );
    expect(await failureOf(`http://127.0.0.1:${other}`)).toMatchObject({ reason: "broken" });
    expect(await failureOf(`http://127.0.0.1:${endless}`)).toMatchObject({ reason: "broken" });
  });

  test("does not listen is refused, and a port of other services never tried", async () => {
    expect(await failureOf(`http://127.0.0.1:${await freePort()}`)).toMatchObject({
      reason: "refused",
    });
    expect(await failureOf("http://127.0.0.1:25")).toMatchObject({ reason: "blocked" });
  });

  test("has a name that does not exist is said to", async () => {
    const error = await outgoing.call("https://nowhere.invalid", post).catch((thrown) => thrown);
    expect(error).toMatchObject({ reason: "unresolved" });
  });

  test("has a certificate of its own making, speaks plain HTTP, or hangs up on TLS, is refused", async () => {
    const own = await httpsHost(selfSigned("localhost"), (_, response) => response.end());
    const plain = await httpHost((_, response) => response.end());
    const rude = await tcpHost((socket) => socket.once("data", () => socket.end()));
    const reset = await tcpHost((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(await failureOf(own)).toEqual({ reason: "tls", status: null });
    expect(await failureOf(plain.replace("http:", "https:"))).toMatchObject({ reason: "tls" });
    expect(await failureOf(`https://127.0.0.1:${rude}`)).toMatchObject({ reason: "broken" });
    expect(await failureOf(`https://127.0.0.1:${reset}`)).toMatchObject({ reason: "broken" });
  });

  test("sends without end is read no further than is kept", async () => {
    let sentBytes = 0;
    const url = await httpHost((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, "x");
      const send = () => {
        while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length;
        response.once("drain", send);
      };
      send();
    });
    const answer = await outgoing.call(url, { ...post, deadlineMs: 10_000 });
    expect(answer).toMatchObject({ status: 200, isCut: true });
    expect(answer.body).toHaveLength(64 * 1024);
    // What lies in buffers between the two; without the bound it would go on to the deadline.
    expect(sentBytes).toBeLessThan(32 * 1024 * 1024);
  });

  test("sends a bomb of gzip, asked or not, is unpacked no further than is kept", async () => {
    // A gigabyte of zeros.
    const member = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => member));
    const url = await httpHost((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    const answer = await outgoing.call(url, { ...post, deadlineMs: 10_000 });
    expect(answer).toMatchObject({ status: 200, isCut: true });
    expect(answer.body).toHaveLength(64 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });

  test("redirects is not followed: the redirect is its answer", async () => {
    let visits = 0;
    const elsewhere = await httpHost((_, response) => {
      visits += 1;
      response.end();
    });
    for (const code of [301, 302, 303, 307, 308]) {
      const url = await httpHost((_, response) => {
        response.writeHead(code, { location: elsewhere }).end("moved");
      });
      const answer = await outgoing.call(url, post);
      expect(answer.status).toBe(code);
      expect(Buffer.from(answer.body).toString()).toBe("moved");
    }
    expect(visits).toBe(0);
  });
});

test("a receiver with a certificate that is trusted is spoken to over TLS, twice over one connection", async () => {
  const { cert, key } = selfSigned("localhost");
  const ports = new Set<number | undefined>();
  const url = await httpsHost({ cert, key }, (request, response) => {
    ports.add(request.socket.remotePort);
    request.pipe(response);
  });
  const trusting = outgoingBy({ allowPrivate: true, ports: [] }, { ca: cert });
  for (const body of ["one", "two"]) {
    const answer = await trusting.call(url, { ...post, body, deadlineMs: 5_000 });
    expect(Buffer.from(answer.body).toString()).toBe(body);
    // undici leaves a host a moment to close the connection although it said it would not.
    await wait(20);
  }
  expect(ports.size).toBe(1);
});

test("a certificate for another name, or of yesterday, is none", async () => {
  for (const made of [selfSigned("example.com"), selfSigned("localhost", { validForMs: -1_000 })]) {
    const url = await httpsHost(made, (_, response) => response.end());
    const trusting = outgoingBy({ allowPrivate: true, ports: [] }, { ca: made.cert });
    const error = await trusting
      .call(url, { ...post, deadlineMs: 5_000 })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ reason: "tls", message: expect.stringContaining("certificate") });
  }
});
