import { expect, test } from "vitest";
import { retryDelayMs } from "./retry";

const failure = (fields: object) => Object.assign(new Error("no"), fields);

test.each([
  ["a server that is not there", failure({ code: "ECONNECTION" }), 1, 60_000],
  ["the fifth time", failure({ code: "ETIMEDOUT" }), 5, 180 * 60_000],
  ["a mailbox that is full for now", failure({ code: "EENVELOPE", responseCode: 452 }), 1, 60_000],
  ["no such mailbox", failure({ code: "EENVELOPE", responseCode: 550 }), 1, null],
  ["our own wrong password", failure({ code: "EAUTH", responseCode: 535 }), 1, 60_000],
  ["the last time", failure({ code: "ECONNECTION" }), 8, null],
  ["something else", "no", 1, 60_000],
])("after %s", (_, error, attempts, expected) => {
  expect(retryDelayMs(error, attempts)).toBe(expected);
});
