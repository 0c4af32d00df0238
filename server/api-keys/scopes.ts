/** What a key may be given (contract §2): `<resource>:read` or `<resource>:write`, which implies reading. */
export const keyResources = [
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

export type KeyResource = (typeof keyResources)[number];
export type KeyScope = `${KeyResource}:${"read" | "write"}`;

/** Every scope a key can be given, besides `*` for all of them. */
export const keyScopes: readonly KeyScope[] = keyResources.flatMap((resource): KeyScope[] => [
  `${resource}:read`,
  `${resource}:write`,
]);

/**
 * The scope each operation asks of an API key, by its procedure; null: any valid key. The one table: a published
 * operation that is missing here stops the server from starting.
 */
const requiredScopes: Readonly<Record<string, KeyScope | null>> = {
  health: null,
  "me.get": null,
  "apiKeys.list": "api_keys:read",
  "apiKeys.create": "api_keys:write",
  "apiKeys.revoke": "api_keys:write",
  "apiKeys.rotate": "api_keys:write",
  "apiKeys.listRequests": "api_keys:read",
  "waitlist.join": "waitlist:write",
  "waitlist.list": "waitlist:read",
  "waitlist.get": "waitlist:read",
  "waitlist.cancel": "waitlist:write",
  "waitlist.claim": "waitlist:write",
  "hosts.list": "event_types:read",
  "hosts.add": "event_types:write",
  "hosts.update": "event_types:write",
  "hosts.remove": "event_types:write",
  "bookings.reassign": "bookings:write",
  "members.list": "members:read",
  "members.updateRole": "members:write",
  "members.remove": "members:write",
  "members.getSchedule": "members:read",
  "members.replaceSchedule": "members:write",
  "members.invitations": "members:read",
  "members.invite": "members:write",
  "members.revokeInvitation": "members:write",
  "availability.list": "event_types:read",
  "availability.getRules": "event_types:read",
  "availability.replaceRules": "event_types:write",
  "bookings.create": "bookings:write",
  "bookings.list": "bookings:read",
  "bookings.get": "bookings:read",
  "bookings.cancel": "bookings:write",
  "bookings.reschedule": "bookings:write",
  "testClock.get": "bookings:read",
  "testClock.move": "bookings:write",
  "testClock.reset": "bookings:write",
  "eventTypes.list": "event_types:read",
  "eventTypes.create": "event_types:write",
  "eventTypes.get": "event_types:read",
  "eventTypes.getPublic": "event_types:read",
  "eventTypes.update": "event_types:write",
  "eventTypes.delete": "event_types:write",
  "activity.list": "activity:read",
  "usage.get": "usage:read",
  "usage.summary": "usage:read",
  "calendars.list": "calendars:read",
  "calendars.get": "calendars:read",
  "calendars.connectGoogle": "calendars:write",
  "calendars.connectMicrosoft": "calendars:write",
  "calendars.connectCaldav": "calendars:write",
  "calendars.connectFeed": "calendars:write",
  "calendars.update": "calendars:write",
  "calendars.refresh": "calendars:write",
  "calendars.disconnect": "calendars:write",
  "webhooks.list": "webhooks:read",
  "webhooks.create": "webhooks:write",
  "webhooks.get": "webhooks:read",
  "webhooks.update": "webhooks:write",
  "webhooks.delete": "webhooks:write",
  "webhooks.rotateSecret": "webhooks:write",
  "webhooks.sendSample": "webhooks:write",
  "webhooks.listDeliveries": "webhooks:read",
  "webhooks.retryDelivery": "webhooks:write",
  "webhooks.replay": "webhooks:write",
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
export const mayUse = (scopes: readonly string[], required: KeyScope | null): boolean =>
  required === null || holds(scopes, required);

const writing = (scope: string): string => scope.replace(/:read$/, ":write");

const holds = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes("*") || scopes.includes(scope) || scopes.includes(writing(scope));

/** The scopes among `wished` that go beyond those held; `*` also stands for what may be added some day. */
export const beyondScopes = (held: readonly string[], wished: readonly string[]): string[] =>
  wished.filter((scope) => !holds(held, scope));

/** The same rights in one form: `*` alone, no reading beside writing of the same, in the table's order. */
export function normalScopes(scopes: readonly string[]): string[] {
  const implied = (scope: string) => scope !== writing(scope) && scopes.includes(writing(scope));
  return scopes.includes("*")
    ? ["*"]
    : keyScopes.filter((scope) => scopes.includes(scope) && !implied(scope));
}
