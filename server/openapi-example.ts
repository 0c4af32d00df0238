type Schema = Record<string, unknown>;
type Lookup = (reference: string) => unknown;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

const byFormat: Record<string, unknown> = {
  "date-time": "2026-03-02T15:00:00.000Z",
  date: "2026-03-02",
  uuid: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  email: "ada@example.com",
  uri: "https://example.com",
};

/** What fields of these names look like, where their schema gives no example of its own. */
const byName: Record<string, unknown> = {
  active: true,
  ahead_minutes: 1_440,
  api_calls_per_day: 1_000,
  api_calls_per_minute: 100,
  api_calls_remaining_daily: 987,
  api_calls_today: 13,
  attempts: 1,
  attendee_count: 1,
  bookings_per_month: 500,
  bookings_remaining_monthly: 488,
  bookings_this_month: 12,
  booking_url: "https://astrocal.example/acme/intro-call",
  buffer_after_minutes: 0,
  buffer_before_minutes: 0,
  cancel_token: "q3ZtV0f2mX8sYw1nKc5uRj7hLd9gEb4aPo6iTz-_QxM",
  color: "#3b82f6",
  day_of_week: 1,
  duration_minutes: 30,
  duration_options: null,
  duration_ms: 87,
  email: "ada@example.com",
  invitee_email: "ada@example.com",
  invitee_name: "Ada Lovelace",
  invitee_timezone: "Europe/London",
  ip_address: "203.0.113.7",
  is_primary: true,
  max_attendees: 1,
  minimum_notice_minutes: 0,
  name: "Ada Lovelace",
  price_currency: "usd",
  questions: [],
  reminder_intervals: [1_440, 60],
  request_id: "0f4c2a1e-6b3d-4e8f-9a7c-5d1b3e2f4a6c",
  response_body: "ok",
  response_status_code: 200,
  slug: "intro-call",
  spots_remaining: 1,
  summary: 'Created event type "Intro call"',
  timezone: "Europe/Berlin",
  title: "Intro call",
  total_capacity: 1,
};

/**
 * A value that a JSON schema allows, made from its own examples, defaults and first choices, so that the document
 * never shows what the server would refuse.
 */
export function exampleOf(schema: unknown, lookup: Lookup): unknown {
  if (!isSchema(schema)) {
    return null;
  }
  if (typeof schema["$ref"] === "string") {
    return exampleOf(lookup(schema["$ref"]), lookup);
  }
  const [given] = Array.isArray(schema["examples"]) ? schema["examples"] : [schema["example"]];
  if (given !== undefined) {
    return given;
  }
  for (const choice of [schema["const"], schema["enum"], schema["anyOf"], schema["oneOf"]]) {
    if (choice !== undefined) {
      const choices: unknown[] = Array.isArray(choice) ? choice : [choice];
      return ofChoices(choices, lookup);
    }
  }
  return exampleOfType(schema, lookup);
}

/** The first choice; nothing where there may be nothing and a value would say nothing. */
function ofChoices(choices: unknown[], lookup: Lookup): unknown {
  const [first] = choices;
  if (!isSchema(first)) {
    return first;
  }
  const mayBeNull = choices.some((each) => isSchema(each) && each["type"] === "null");
  const isPlain = typeof first["type"] === "string" && plainTypes.has(first["type"]);
  return mayBeNull && isPlain ? null : exampleOf(first, lookup);
}

const plainTypes = new Set(["string", "integer", "number", "boolean"]);

/** Whether a value is of a schema's type, as far as the schema says one: `active` is a count elsewhere. */
function mayBe(value: unknown, schema: unknown): boolean {
  const types = isSchema(schema) ? [schema["type"]].flat() : [];
  return typeof value !== "boolean" || types.includes("boolean") || types[0] === undefined;
}

/** An object's field: by its schema, else by its name. */
function ofField(name: string, schema: unknown, lookup: Lookup): unknown {
  const named = byName[name];
  const hasOwn = isSchema(schema) && ("example" in schema || "examples" in schema);
  return hasOwn || named === undefined || !mayBe(named, schema) ? exampleOf(schema, lookup) : named;
}

function exampleOfType(schema: Schema, lookup: Lookup): unknown {
  const types = [schema["type"]].flat();
  if (types.includes("null")) {
    return null;
  }
  switch (types[0]) {
    case "object": {
      const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
      return Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          ofField(name, property, lookup),
        ]),
      );
    }
    case "array":
      return [exampleOf(schema["items"], lookup)];
    case "integer":
    case "number":
      return schema["minimum"] ?? 1;
    case "boolean":
      return false;
    case "string":
      return byFormat[String(schema["format"])] ?? "text";
    default:
      return null;
  }
}
