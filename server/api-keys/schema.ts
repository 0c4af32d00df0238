import { z } from "zod";
import { Actor, Id, Instant, InstantInput, line, list, listInput, text } from "../schema";
import { keyScopes } from "./scopes";

export const Mode = z.enum(["live", "test"]);
export type Mode = z.infer<typeof Mode>;

const Scopes = z
  .array(z.enum(["*", ...keyScopes]))
  .min(1, "must name at least one scope")
  .refine((scopes) => new Set(scopes).size === scopes.length, "must not repeat a scope")
  .describe(
    "What the key may do: `*`, everything its mode allows, or any of the others; `write` implies `read`. `*` when left out. Stored without what others of them imply.",
  )
  .meta({ uniqueItems: true });

/** Only the look of an address; `rights.ts`, which no browser runs, knows which ones there are. */
const AddressBlock = z
  .string()
  .regex(
    /^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?$/,
    "must be a network address or a CIDR block such as 203.0.113.0/24",
  )
  .meta({ example: "203.0.113.0/24" });

/** Contract §3; a longer list is a firewall's business. */
const maxAddressBlocks = 50;

export const CreateApiKey = z
  .strictObject({
    name: line(1, 100).describe("What the key is for, as the list shows it."),
    mode: Mode.optional().describe("Left out: the mode of the calling key."),
    description: text(0, 500).nullable().optional(),
    scopes: Scopes.optional(),
    expires_at: InstantInput.nullable()
      .optional()
      .describe(
        "When the key stops working, to the instant; at most 10 years ahead. Never when null or left out.",
      )
      .meta({ example: "2030-01-01T00:00:00.000Z" }),
    allowed_ips: z
      .array(AddressBlock)
      .max(maxAddressBlocks, `must have at most ${maxAddressBlocks} entries`)
      .optional()
      .describe(
        "Network addresses and CIDR blocks, IPv4 or IPv6, from which alone the key may be used. From anywhere when empty or left out.",
      ),
  })
  .meta({ examples: [{ name: "My Integration", mode: "live" }] });

/** A week: longer than any deployment should need both keys. */
const maxGraceMinutes = 10_080;
/** Contract §3. */
export const defaultGraceMinutes = 60;

export const RotateApiKey = z
  .strictObject({
    id: Id,
    grace_minutes: z
      .int(`must be a whole number from 0 to ${maxGraceMinutes}`)
      .min(0, "must be at least 0")
      .max(maxGraceMinutes, `must be at most ${maxGraceMinutes}`)
      .optional()
      .describe(
        `For how long the old key works beside the new one: 0 to ${maxGraceMinutes} minutes, ${defaultGraceMinutes} when left out; 0 revokes it at once.`,
      ),
  })
  .meta({ examples: [{ grace_minutes: 60 }] });

export const ApiKey = z.object({
  id: Id,
  name: z.string().meta({ example: "My Integration" }),
  description: z.string().nullable(),
  mode: Mode,
  key_prefix: z
    .string()
    .describe("The first characters of the key: enough to recognise it.")
    .meta({ example: "ac_live_k1_7Gq2" }),
  scopes: z
    .array(z.string().meta({ example: "*" }))
    .describe("`*`: everything the mode allows; else `bookings:write` and the like."),
  expires_at: Instant.nullable().describe("When it stops working; null: never."),
  allowed_ips: z
    .array(z.string().meta({ example: "203.0.113.0/24" }))
    .describe("CIDR blocks from which alone it may be used; empty: from anywhere."),
  last_used_at: Instant.nullable().describe("Exact to the minute."),
  created_by: Actor,
  created_at: Instant,
  revoked_at: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const CreatedApiKey = ApiKey.extend({
  key: z
    .string()
    .describe("The full key. It is never shown again: store it now.")
    .meta({ example: "ac_live_k1_7Gq2…" }),
});

export const ListApiKeys = z.strictObject({
  ...listInput,
  mode: Mode.optional().describe("Only keys of this mode."),
});
export const ApiKeyList = list(ApiKey);
export const ApiKeyId = z.strictObject({ id: Id });

export const ListKeyRequests = z.strictObject({
  id: Id,
  ...listInput,
  status: z
    .enum(["4xx", "5xx"])
    .optional()
    .describe("Only requests that were refused (`4xx`) or failed (`5xx`)."),
});

export const KeyRequest = z.object({
  id: Id,
  method: z.string().meta({ example: "GET" }),
  path: z.string().describe("Without the query string.").meta({ example: "/v1/event-types" }),
  status: z.int().meta({ example: 200 }),
  duration_ms: z.int().meta({ example: 7 }),
  ip_address: z.string().nullable().meta({ example: "203.0.113.7" }),
  request_id: z.string().describe("The answer's `X-Request-Id`."),
  created_at: Instant,
});
export type KeyRequest = z.infer<typeof KeyRequest>;
export const KeyRequestList = list(KeyRequest);

export const CallerAddress = z.object({ ip_address: z.string().nullable() });
