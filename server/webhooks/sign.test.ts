import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { expect, test } from "vitest";
import { newSecret, signatureHeaders } from "./sign";

const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
const verifiers = (secret: string) => [new StandardWebhook(secret), new SvixWebhook(secret)];

test("two independent verifiers accept whatever is signed, by each secret in force", () => {
  fc.assert(
    fc.property(fc.json(), (body) => {
      const [newer, older] = [newSecret(), newSecret()] as const;
      const headers = signatureHeaders({ id, atMs: Date.now(), body }, [newer, older]);
      for (const secret of [newer, older]) {
        for (const verifier of verifiers(secret)) {
          expect(verifier.verify(body, headers)).toEqual(JSON.parse(body));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("they refuse another secret, body, id or time", () => {
  const [secret, body] = [newSecret(), '{"a":1}'];
  const headers = signatureHeaders({ id, atMs: Date.now(), body }, [secret]);
  const later = String(Number(headers["webhook-timestamp"]) + 1);
  const noMatch = "No matching signature found";
  for (const verifier of verifiers(secret)) {
    const verify = (text: string, changed: Record<string, string>) => () =>
      verifier.verify(text, { ...headers, ...changed });
    expect(verify('{"a":2}', {})).toThrow(noMatch);
    expect(verify(body, { "webhook-id": `${id}x` })).toThrow(noMatch);
    expect(verify(body, { "webhook-timestamp": later })).toThrow(noMatch);
    const anHourAgo = signatureHeaders({ id, atMs: Date.now() - 3_600_000, body }, [secret]);
    expect(verify(body, anHourAgo)).toThrow("Message timestamp too old");
  }
  for (const other of verifiers(newSecret())) {
    expect(() => other.verify(body, headers)).toThrow(noMatch);
  }
});

test("Astrocal's own signature is keyed by the whole newest secret, over the body alone", () => {
  const [newer, older] = [newSecret(), newSecret()] as const;
  const body = '{"grüße":"☂"}';
  const headers = signatureHeaders({ id, atMs: 0, body }, [newer, older]);
  const expected = createHmac("sha256", newer).update(body, "utf8").digest("hex");
  expect(headers["x-astrocal-signature"]).toBe(expected);
  expect(headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
});

test("a known message has the signature that the specification's example has", () => {
  // https://github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/index.test.ts
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", atMs: 1_614_265_330_000 };
  const body = '{"test": 2432232314}';
  expect(signatureHeaders({ ...message, body }, [secret])).toMatchObject({
    "webhook-id": message.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a secret is whsec_ and 32 random bytes in base64", () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(new Set(secrets).size).toBe(100);
});
