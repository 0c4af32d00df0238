import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { newEventType, newOrganization, type TestOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { visitorHeader } from "../session-context";
import { fetchTrpc } from "../trpc-fetch";

vi.hoisted(() => {
  process.env["PUBLIC_RATE_LIMIT"] = "20";
});

const Failure = z.object({
  error: z.object({ message: z.string(), data: z.object({ error: z.string() }) }),
});

// In the middle of a minute that does not pass.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 12, 30, 20) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what hosted pages call for a visitor", () => {
  let organization: TestOrganization;
  let eventTypeId: string;
  beforeAll(async () => {
    organization = await newOrganization();
    eventTypeId = (await newEventType(organization.live)).id;
  });

  /** One request of a page, with as many calls in it. */
  async function ask(
    calls: number,
    ipAddress: string,
    { asMember = false, asVisitor = true } = {},
  ) {
    const paths = times(calls, () => "eventTypes.get").join(",");
    const input = Object.fromEntries(times(calls, (index) => [index, { id: eventTypeId }]));
    const query = new URLSearchParams({ batch: "1", input: JSON.stringify(input) });
    const headers: Record<string, string> = asVisitor ? { [visitorHeader]: "1" } : {};
    const request = new Request(`http://own.example/api/trpc/${paths}?${query}`, { headers });
    return await fetchTrpc(request, {
      userId: async () => (asMember ? organization.userId : null),
      facts: { nowMs: Date.now(), requestId: "of-a-page", ipAddress },
    });
  }

  test("counts towards the address, each call of a batch", async () => {
    const answers = [
      await ask(9, "192.0.2.1"),
      await ask(9, "192.0.2.1"),
      await ask(9, "192.0.2.1"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
    const [failure] = z.array(Failure).parse(await answers.at(-1)?.json());
    expect(failure).toMatchObject({
      error: {
        message: "Too many requests from your network. Wait a minute and try again.",
        data: { error: "rate_limit_exceeded" },
      },
    });
    expect(await ask(1, "192.0.2.2")).toMatchObject({ status: 200 });
  });

  test("counts for whoever is not signed in, and not for who is", async () => {
    const stranger = { asVisitor: false };
    const member = { asVisitor: false, asMember: true };
    await ask(10, "192.0.2.3", stranger);
    await ask(10, "192.0.2.3", stranger);
    expect(await ask(1, "192.0.2.3", stranger)).toMatchObject({ status: 429 });
    expect(await ask(1, "192.0.2.3", member)).toMatchObject({ status: 200 });
    expect(await ask(1, "192.0.2.3", { asMember: true }), "on a hosted page").toMatchObject({
      status: 429,
    });
  });
});
