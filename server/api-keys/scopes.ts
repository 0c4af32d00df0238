/** What a key may be given (contract §2): `<resource>:read` or `<resource>:write`, which implies reading. */
const resources = [
  "event_types",
  "bookings",
  "calendars",
  "webhooks",
  "api_keys",
  "members",
  "usage",
  "activity",
  "waitlist",
] as const;

type Resource = (typeof resources)[number];
export type KeyScope = `${Resource}:${"read" | "write"}`;

/** Every scope a key can be given, besides `*` for all of them. */
export const keyScopes: readonly KeyScope[] = resources.flatMap((resource): KeyScope[] => [
  `${resource}:read`,
  `${resource}:write`,
]);

/**
 * The scope each operation asks of an API key, by its procedure; null: any valid key. The one table: a published
 * operation that is missing here stops the server from starting.
 */
const requiredScopes: Readonly<Record<string, KeyScope | null>> = {
  health: null,
  "apiKeys.list": "api_keys:read",
  "apiKeys.create": "api_keys:write",
  "apiKeys.revoke": "api_keys:write",
  "availability.list": "event_types:read",
  "availability.getRules": "event_types:read",
  "availability.replaceRules": "event_types:write",
  "bookings.create": "bookings:write",
  "bookings.list": "bookings:read",
  "bookings.get": "bookings:read",
  "bookings.cancel": "bookings:write",
  "bookings.reschedule": "bookings:write",
  "eventTypes.list": "event_types:read",
  "eventTypes.create": "event_types:write",
  "eventTypes.get": "event_types:read",
  "eventTypes.getPublic": "event_types:read",
  "eventTypes.update": "event_types:write",
  "eventTypes.delete": "event_types:write",
};

/** @throws for a procedure without a row in the table */
export function requiredScope(procedure: string): KeyScope | null {
  const required = requiredScopes[procedure];
  if (required === undefined) {
    throw new Error(`${procedure} has no row in server/api-keys/scopes.ts`);
  }
  return required;
}

/** Whether a key with these scopes may do what asks for this one. */
export function mayUse(scopes: readonly string[], required: KeyScope | null): boolean {
  return (
    required === null ||
    scopes.includes("*") ||
    scopes.includes(required) ||
    scopes.includes(required.replace(/:read$/, ":write"))
  );
}
