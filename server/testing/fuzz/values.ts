import * as fc from "fast-check";
import { ahead, dateAhead } from "../factories";
import { others, strings, times, zones } from "./hostile";

export type Schema = Record<string, unknown>;
export const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const numberOf = (schema: Schema, name: string, otherwise: number): number => {
  const value = schema[name];
  return typeof value === "number" ? value : otherwise;
};

/** Names of things (world.ts) that fit a field or a path parameter, the likeliest first. */
const kinds: readonly [field: RegExp, things: readonly string[]][] = [
  [/event_type|event-types/, ["eventType", "surveyType", "publicType", "testType"]],
  [/booking/, ["booking", "testBooking"]],
  [/api.key|resource_id/, ["apiKey"]],
  [/deliver/, ["delivery"]],
  [/webhook/, ["webhook"]],
  [/waitlist/, ["waiting", "held"]],
  [/invitation/, ["invitation"]],
  [/member|host/, ["further", "member"]],
  [/calendar/, ["calendar"]],
  [/activity/, ["event"]],
  [/organization/, ["organization"]],
];

const malformedIds = [
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "019A5D3E-8F5B-7C3A-9D1E-2B4F6A8C0E1D",
  "{019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d}",
  "urn:uuid:019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1",
  "019a5d3e8f5b7c3a9d1e2b4f6a8c0e1d",
  "1",
  "-1",
  "null",
  "undefined",
  "..",
  "me",
];

/** An id for a field or path of this name: mostly one's own of the right kind. */
export function ids(name: string): fc.Arbitrary<string> {
  const [, things] = kinds.find(([field]) => field.test(name)) ?? kinds[0] ?? [/./, []];
  const all = kinds.flatMap(([, each]) => each);
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...things.map((thing) => `~own.${thing}~`)) },
    { weight: 2, arbitrary: fc.constantFrom(...things.map((thing) => `~bystander.${thing}~`)) },
    { weight: 1, arbitrary: fc.constantFrom(...all.map((thing) => `~own.${thing}~`)) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom(...malformedIds) },
  );
}

const words = fc.constantFrom("Ada Lovelace", "Grüße", "日本語", "O'Brien <b>", "a", "🎉 party");
const emails = fc.oneof(
  fc.constantFrom("ada@example.com", "B.c+d@Example.org", "x_y@sub.example.net"),
  // Nobody waits twice for one thing.
  fc.nat(999).map((number) => `guest-${number}@example.com`),
);

/** The half hours of this many days from tomorrow on: of few days, so that requests meet there. */
const starts = (days: number): fc.Arbitrary<string> =>
  fc.integer({ min: 48, max: 48 * (days + 1) - 1 }).map((half) => {
    const hour = String(Math.floor(half / 2) % 24).padStart(2, "0");
    return ahead(Math.floor(half / 48), `${hour}:${half % 2 === 0 ? "00" : "30"}`);
  });

function text(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { format, pattern } = schema;
  if (format === "uuid") return ids(name);
  if (format === "email") return emails;
  if (format === "date") {
    const [min, max] = name === "end" ? [14, 32] : [0, 16];
    return fc.integer({ min, max }).map(dateAhead);
  }
  if (format === "date-time") return fc.oneof(starts(90), starts(2));
  if (name === "token") return fc.constantFrom("~own.token~", "~own.testToken~", "wrong");
  if (name === "timezone" || name.endsWith("_timezone"))
    return fc.constantFrom(...zones.slice(0, 14));
  if (name === "server_url") return fc.constantFrom("~host.dav~", "https://127.0.0.1:1/dav/");
  if (name === "url") return fc.constant("~host.feed~");
  if (name === "redirect_uri") return fc.constant("https://example.com/back");
  if (name === "allowed_ips") return fc.constantFrom("0.0.0.0/0", "::/0", "192.0.2.1");
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern));
  const maxLength = Math.min(numberOf(schema, "maxLength", 30), 30);
  return fc.oneof(words, fc.string({ minLength: numberOf(schema, "minLength", 0), maxLength }));
}

function object(schema: Schema): fc.Arbitrary<unknown> {
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const properties = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const more = schema["additionalProperties"];
  if (properties.length === 0 && isSchema(more)) {
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), valid(more, ""), {
      maxKeys: 3,
    });
  }
  const fields = properties.map(([name, each]) =>
    field(each, name).chain((value) =>
      fc.boolean().map((isThere) => (required.includes(name) || isThere ? [[name, value]] : [])),
    ),
  );
  return fc.tuple(...fields).map((entries) => Object.fromEntries(entries.flat()));
}

/** A value that a schema of the document allows, in a field of this name. */
export function valid(schema: unknown, name: string): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return fc.constant(null);
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices)) return fc.oneof(...choices.map((choice) => valid(choice, name)));
  // The others are those of services on the internet.
  if (name === "preset") return fc.constant("nextcloud");
  const { const: only, enum: some, type } = schema;
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(some)) return fc.constantFrom(...some);
  switch (Array.isArray(type) ? type[0] : type) {
    case "integer":
    case "number": {
      const [min, max] = [numberOf(schema, "minimum", 0), numberOf(schema, "maximum", 1000)];
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
    }
    case "boolean":
      return fc.boolean();
    case "array": {
      const minLength = numberOf(schema, "minItems", 0);
      return fc.array(field(schema["items"], name), { minLength, maxLength: minLength + 2 });
    }
    case "object":
      return object(schema);
    case "null":
      return fc.constant(null);
    default:
      return text(schema, name);
  }
}

/** A value just outside of a schema's limits. */
function beside(schema: Schema): fc.Arbitrary<unknown> {
  const length = numberOf(schema, "maxLength", 40);
  return fc.constantFrom<unknown>(
    numberOf(schema, "minimum", 0) - 1,
    numberOf(schema, "maximum", 1000) + 1,
    "x".repeat(length + 1),
    "é".repeat(length),
  );
}

/** Fields whose addresses the server calls at once; tests call nothing but this machine. */
const isCalled = (name: string): boolean => ["server_url", "url", "preset"].includes(name);

/** A value for a field: mostly one that fits, now and then one that someone might send to see what happens. */
export const field = (schema: unknown, name: string): fc.Arbitrary<unknown> =>
  isCalled(name)
    ? fc.oneof(valid(schema, name), fc.constantFrom<unknown>(...others))
    : anyValue(schema, name);

const anyValue = (schema: unknown, name: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 24, arbitrary: valid(schema, name) },
    { weight: 1, arbitrary: beside(isSchema(schema) ? schema : {}) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...others) },
    { weight: 1, arbitrary: fc.constantFrom(...strings, ...times, ...zones) },
    { weight: 1, arbitrary: ids(name) },
  );

/** The document's own example of a body, its ids and times replaced by some that are there, and a few fields besides. */
export function likeExample(schema: Schema, example: Schema): fc.Arbitrary<Schema> {
  const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
  const isTelling = (name: string) => {
    const each = properties[name];
    return isCalled(name) || (isSchema(each) && ("format" in each || "pattern" in each));
  };
  const given = Object.entries(example).map(([name, value]) =>
    (isTelling(name) ? valid(properties[name], name) : fc.constant(value)).map(
      (chosen): [string, unknown] => [name, chosen],
    ),
  );
  const left = Object.keys(properties).filter((name) => !(name in example));
  const more = fc
    .subarray(left, { maxLength: Math.min(2, left.length) })
    .chain((names) =>
      fc
        .tuple(...names.map((name) => field(properties[name], name)))
        .map((values) => names.map((name, index): [string, unknown] => [name, values[index]])),
    );
  return fc
    .tuple(fc.tuple(...given), fc.oneof(fc.constant([]), more))
    .map(([entries, others]) => Object.fromEntries([...entries, ...others]));
}
