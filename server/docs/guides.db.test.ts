import { describe, expect, test } from "vitest";
import { callerError } from "../caller-error";
import { env } from "../env";
import { errorStatus } from "../errors";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { guideTexts, snippetsOf, whereIs } from "../testing/guides/snippets";
import { call, operations } from "../testing/rest";
import { anchorOf } from "./remark-guide.mjs";

const withoutFences = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, "");

/** The anchors of a guide's headings. */
const anchors = (guide: string): string[] =>
  [...withoutFences(guideTexts.get(guide) ?? "").matchAll(/^#{2,3} (.+)$/gm)].map(([, text = ""]) =>
    anchorOf(text),
  );

test("every error code has its anchor in the guide that its doc_url names, and nothing else looks like one", () => {
  const codes = anchors("errors").filter((anchor) => anchor.includes("_"));
  expect([...codes, "unauthorized", "forbidden", "conflict"].toSorted()).toEqual(
    Object.keys(errorStatus).toSorted(),
  );
  for (const code of Object.keys(errorStatus)) {
    expect(anchors("errors")).toContain(code);
    expect(guideTexts.get("errors")).toContain(`<ErrorStatus code="${code}" />`);
  }
});

test("every error code has an example answer with its code", () => {
  const shown = snippetsOf("errors").flatMap(({ language, code }) =>
    language === "json" ? (/"code": "(\w+)"/.exec(code)?.[1] ?? []) : [],
  );
  expect(new Set(shown)).toEqual(new Set(Object.keys(errorStatus)));
});

describe("example answers that no request of the guide brings", () => {
  const messageOf = (code: string) => {
    const fence = snippetsOf("errors").find(
      (each) => "norun" in each.meta && each.code.includes(`"code": "${code}"`),
    );
    return /"message": "([^"]*)"/.exec(fence?.code ?? "")?.[1];
  };

  test.each([new Error("unforeseen"), Object.assign(new Error(), { code: "ECONNREFUSED" })])(
    "%o",
    (error) => {
      const { code, message } = callerError(error);
      expect(messageOf(code)).toBe(message);
    },
  );

  test("idempotency_in_progress", async () => {
    const { live } = await newOrganization();
    const type = await newEventType(live);
    const body = bookingOf(type.id, ahead(3));
    const headers = { "Idempotency-Key": "order-1042" };
    const answers = await Promise.all(
      [1, 2, 3].map(async () => await call("bookings.create", { key: live, body, headers })),
    );
    const refusals = answers.flatMap(({ error }) => error ?? []);
    expect(refusals.map(({ code, message }) => ({ code, message }))).toContainEqual({
      code: "idempotency_in_progress",
      message: messageOf("idempotency_in_progress"),
    });
  });
});

test("links between guides lead to a guide, and to a heading of it", () => {
  const broken = [...guideTexts].flatMap(([guide, text]) =>
    [...text.matchAll(/\]\((\/docs(?:\/(?!api)([\w-]+))?)?(?:#([\w-]+))?\)/g)].flatMap(
      ([link, path, named, anchor]) => {
        const target = path === undefined ? guide : (named ?? "");
        const leads = target === "" || guideTexts.has(target);
        return leads && (anchor === undefined || anchors(target).includes(anchor)) ? [] : [link];
      },
    ),
  );
  expect(broken).toEqual([]);
});

test("operations that examples name and the reference's anchors that guides link to are published", () => {
  const ids = new Set(operations.map(({ meta }) => meta.openapi?.operationId));
  const named = [...guideTexts.keys()]
    .flatMap(snippetsOf)
    .filter(({ meta }) => meta["operation"] !== undefined && !ids.has(meta["operation"]));
  expect(named.map(whereIs)).toEqual([]);

  const places = new Set(operations.map(({ method, path }) => `${method}${path}`));
  const linked = [...guideTexts.values()].flatMap((text) =>
    [...text.matchAll(/\/docs\/api#tag\/[\w-]+\/([A-Z]+\/[^)]+)\)/g)].map(([, place]) => place),
  );
  expect(linked.filter((place) => place === undefined || !places.has(place))).toEqual([]);
});

test("the endpoints that are said to work without a key are the public ones", () => {
  const text = guideTexts.get("authentication") ?? "";
  const [, section = ""] = text.split("## Public endpoints");
  const [table = ""] = section.split("\n## ");
  const listed = [...table.matchAll(/^\| `([A-Z]+ [^`]+)`/gm)].map(([, endpoint = ""]) => endpoint);
  const published = operations
    .filter(({ meta }) => meta.public === true)
    .map(({ method, path }) => `${method} ${path}`);
  expect(listed.toSorted()).toEqual([...published, "GET /v1/openapi.json"].toSorted());
});

test("an error's doc_url is the anchor of its code on this server", async () => {
  const { error } = await call("bookings.list");
  expect(error?.doc_url).toBe(`${env.PUBLIC_URL}/docs/errors#unauthorized`);
});
