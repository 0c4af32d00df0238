import { z } from "zod";
import { Actor, Id, Instant, line, list, listInput, text } from "../schema";

export const Mode = z.enum(["live", "test"]);
export type Mode = z.infer<typeof Mode>;

export const CreateApiKey = z
  .strictObject({
    name: line(1, 100).describe("What the key is for, as the list shows it."),
    mode: Mode.optional().describe("Left out: the mode of the calling key."),
    description: text(0, 500).nullable().optional(),
  })
  .meta({ examples: [{ name: "My Integration", mode: "live" }] });

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  description: z.string().nullable(),
  mode: Mode,
  key_prefix: z
    .string()
    .describe("The first characters of the key: enough to recognise it.")
    .meta({ example: "ac_live_k1_7Gq2" }),
  scopes: z.array(z.string()).describe("`*`: everything the mode allows."),
  expires_at: Instant.nullable(),
  allowed_ips: z.array(z.string()),
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

export const ListApiKeys = z.strictObject({ ...listInput, mode: Mode.optional() });
export const ApiKeyList = list(ApiKey);
export const ApiKeyId = z.strictObject({ id: Id });
