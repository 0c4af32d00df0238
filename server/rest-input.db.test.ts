import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "./ids";
import { newOrganization, type TestOrganization } from "./testing/factories";
import { call, operations, send } from "./testing/rest";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const json = { "content-type": "application/json" };
const withKey = () => ({ authorization: `Bearer ${organization.live}` });

describe("a body", () => {
  const post = (body: string | Uint8Array, headers: Record<string, string> = json) =>
    send({ method: "POST", url: "/v1/event-types", headers: { ...withKey(), ...headers }, body });

  test("of more than 256 KiB is 413", async () => {
    const { status, error } = await post(JSON.stringify({ title: "x".repeat(256 * 1024) }));
    expect({ status, code: error?.code }).toEqual({ status: 413, code: "payload_too_large" });
  });

  test("of 256 KiB exactly is read", async () => {
    const frame = JSON.stringify({ title: "" });
    const { error } = await post(JSON.stringify({ title: "x".repeat(256 * 1024 - frame.length) }));
    expect(error?.details).toHaveProperty("title", "must have at most 255 characters");
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/jsonp",
    "",
  ])("of type %j is 415", async (contentType) => {
    const { status, error } = await post("{}", { "content-type": contentType });
    expect({ status, code: error?.code }).toEqual({ status: 415, code: "unsupported_media_type" });
  });

  test("without a content type is 415", async () => {
    expect((await post("{}", {})).status).toBe(415);
  });

  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
  ])("of type %j is read", async (contentType) => {
    const { error } = await post("{}", { "content-type": contentType });
    expect(error?.details).toHaveProperty("title", "is required");
  });

  test.each([
    ["cut off", '{"title":'],
    ["with a trailing comma", '{"title":"x",}'],
    ["single-quoted", "{'title':'x'}"],
    ["with NaN", '{"duration_minutes":NaN}'],
    ["with a comment", "{}//"],
    ["two values", "{}{}"],
    ["with a byte order mark only", "\uFEFF"],
    ["with a raw control character", '{"title":"\u0001"}'],
  ])("that is no JSON (%s) is a validation_error naming the body", async (_, body) => {
    const { status, error } = await post(body);
    expect({ status, code: error?.code }).toEqual({ status: 400, code: "validation_error" });
    expect(error?.details).toHaveProperty("body");
  });

  test("that is no UTF-8 is a validation_error naming the body", async () => {
    const { status, error } = await post(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d));
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { body: "must be valid JSON in UTF-8" },
    });
  });

  test.each(["[]", "null", "1", '"x"', "true", "[{}]"])(
    "that is %s, no object, is a validation_error naming the body",
    async (body) => {
      const { status, error } = await post(body);
      expect({ status, details: error?.details }).toEqual({
        status: 400,
        details: { body: "must be a JSON object" },
      });
    },
  );

  test("that is empty is judged as {}: the required fields are named", async () => {
    const { status, error } = await post("", {});
    expect(status).toBe(400);
    expect(Object.keys(error?.details ?? {})).toEqual(["title", "slug", "duration_minutes"]);
  });

  test.each([
    ["arrays", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", '{"a":'.repeat(40_000) + "1" + "}".repeat(40_000)],
  ])("nested 40,000 deep and more (%s) is a 400, not a crash", async (_, deep) => {
    const { status, error } = await post(`{"title":${deep}}`);
    expect(status).toBe(400);
    expect(error?.details).toHaveProperty("title");
  });

  test("never has null taken for zero, text for a number or a number for text", async () => {
    const body = {
      title: 5,
      slug: "fine",
      duration_minutes: "30",
      buffer_after_minutes: null,
      active: "false",
      guests: null,
    };
    const { status, error } = await post(JSON.stringify(body));
    expect(status).toBe(400);
    expect(Object.keys(error?.details ?? {}).toSorted()).toEqual([
      "active",
      "buffer_after_minutes",
      "duration_minutes",
      "guests",
      "title",
    ]);
    const guests = await call("bookings.create", { body: { guests: null } });
    expect(guests.error?.details).toHaveProperty("guests", "is not a known field");
  });

  test.each([
    ["at the top", '{"title":"a","title":"b","slug":"s","duration_minutes":30}', "title"],
    ["by an escape", '{"title":"a","\\u0074itle":"b","slug":"s","duration_minutes":30}', "title"],
    [
      "in an array",
      '{"title":"a","slug":"s","duration_minutes":30,"questions":[{},{"id":"a","id":"b"}]}',
      "questions.1.id",
    ],
  ])("that says a name twice (%s) is refused, not read by its last", async (_, body, field) => {
    const { status, error } = await post(body);
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { [field]: "must be given once" },
    });
  });

  test.each([
    ["at the top", '{"__proto__":{"title":"x"},"slug":"s"}', "__proto__"],
    ["in a question", '{"title":"a","questions":[{"__proto__":{}}]}', "questions.0.__proto__"],
  ])("with __proto__ %s is refused by that name", async (_, body, field) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(text).toContain(`"details":{"${field}":"is not a known field"}`);
  });

  test.each(["constructor", "toString", "hasOwnProperty", "valueOf"])(
    "with the unknown field %s is refused by that name",
    async (field) => {
      const { status, error } = await post(JSON.stringify({ [field]: 1 }));
      expect(status).toBe(400);
      expect(Object.entries(error?.details ?? {})).toContainEqual([field, "is not a known field"]);
    },
  );
});

describe("a query", () => {
  const lists = operations.filter(
    ({ name, path }) =>
      name.endsWith(".list") && name !== "availability.list" && !path.includes("{"),
  );
  const sent = [
    "1e1",
    "10 ",
    " 10",
    "-0",
    "+5",
    "0",
    "101",
    "-1",
    "1.0",
    "0x10",
    "",
    "ten",
    "10&limit=10",
    "1000000000000000000000",
    "٣",
    "%00",
  ];
  test.each(lists.flatMap(({ path }) => sent.map((value) => ({ path, value }))))(
    "$path?limit=$value is a validation_error, never clamped",
    async ({ path, value }) => {
      const url = `${path}?limit=${value.replaceAll(" ", "%20").replaceAll("+", "%2B")}`;
      const { status, error } = await send({ method: "GET", url, headers: withKey() });
      expect({ status, code: error?.code }).toEqual({ status: 400, code: "validation_error" });
      expect(error?.details).toHaveProperty("limit");
    },
  );

  test.each(lists)("$path refuses a parameter it does not know, by name", async ({ path }) => {
    const url = `${path}?page=2`;
    const { status, error } = await send({ method: "GET", url, headers: withKey() });
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { page: "is not a known field" },
    });
  });

  test("is refused where a body is the input", async () => {
    const url = "/v1/bookings?event_type_id=x";
    const { status, error } = await send({ method: "POST", url, headers: json, body: "{}" });
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: { event_type_id: "is not a known query parameter" },
    });
  });

  test("cannot name a path's id, nor a body the query's token", async () => {
    const id = newId();
    const query = await send({ method: "GET", url: `/v1/event-types/${id}?id=${newId()}` });
    expect(query.error?.details).toHaveProperty("id");
    const url = `/v1/bookings/${id}/cancel?token=a`;
    const body = await send({ method: "POST", url, headers: json, body: '{"token":"b"}' });
    expect(body.error?.details).toHaveProperty("token");
  });
});
