import { request } from "node:http";
import { expect, test } from "vitest";
import { maxPageBodyBytes, refuseBody } from "./page-body";
import { httpHost } from "./testing/hosts";

/** What a server of ours answers to a POST with these headers, of whose body so many bytes are there. */
async function post(headers: Record<string, string>, bytes: number): Promise<string> {
  const address = await httpHost((incoming, response) => {
    if (refuseBody(incoming, response)) return;
    let read = 0;
    incoming.on("data", (chunk: Buffer) => (read += chunk.length));
    incoming.on("end", () => response.end(`${read} bytes`));
  });
  return await new Promise((resolve, reject) => {
    const sent = request(address, { method: "POST", headers }, (answer) => {
      let text = `${answer.statusCode} `;
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve(text));
    });
    sent.on("error", reject);
    sent.write(Buffer.alloc(bytes));
  });
}

test("a body as large as it may be is read", async () => {
  const headers = { "content-length": String(maxPageBodyBytes) };
  expect(await post(headers, maxPageBodyBytes)).toBe(`200 ${maxPageBodyBytes} bytes`);
});

test("one that is said to be larger is refused before it is there", async () => {
  const headers = { "content-length": String(maxPageBodyBytes + 1) };
  expect(await post(headers, 1)).toBe("413 The body must have at most 512 KiB.\n");
});

test("and so is one that does not say how large it is", async () => {
  expect(await post({ "transfer-encoding": "chunked" }, 1)).toMatch(/^411 /);
});
