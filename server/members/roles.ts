export const roles = ["owner", "admin", "member"] as const;
export type Role = (typeof roles)[number];

const rank = { member: 0, admin: 1, owner: 2 } as const satisfies Record<Role, number>;

/** What is the organization's, not one's own: for admins and the owner. */
const forAdmins = [
  "apiKeys.callerAddress",
  "apiKeys.create",
  "apiKeys.get",
  "apiKeys.list",
  "apiKeys.listRequests",
  "apiKeys.revoke",
  "apiKeys.rotate",
  "availability.replaceRules",
  "docs.makePlaygroundKey",
  "emails.sendAgain",
  "eventTypes.create",
  "eventTypes.delete",
  "eventTypes.update",
  "hosts.add",
  "hosts.remove",
  "hosts.update",
  "members.invitations",
  "members.invite",
  "members.remove",
  "members.replaceSchedule",
  "members.revokeInvitation",
  "members.updateRole",
  "organizations.replaceLogo",
  "organizations.update",
  "testClock.move",
  "testClock.reset",
  "webhooks.checkUrl",
  "webhooks.create",
  "webhooks.delete",
  "webhooks.get",
  "webhooks.getDelivery",
  "webhooks.list",
  "webhooks.listDeliveries",
  "webhooks.listWithHealth",
  "webhooks.replay",
  "webhooks.retryDelivery",
  "webhooks.rotateSecret",
  "webhooks.sendSample",
  "webhooks.update",
] as const;

/** The owner's alone. */
const forOwner = ["members.transferOwnership"] as const;

/**
 * The least role that each procedure asks of a person in the dashboard; what is not named here is every member's: to see
 * event types, bookings, usage and activity, and to move and cancel bookings. The one table: procedures are held to it,
 * and pages show what it allows.
 */
const leastRoles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...forAdmins.map((name) => [name, "admin"] as const),
  ...forOwner.map((name) => [name, "owner"] as const),
]);

export type Guarded = (typeof forAdmins)[number] | (typeof forOwner)[number];

/** The least role a procedure asks for. */
export const leastRoleFor = (procedure: string): Role => leastRoles.get(procedure) ?? "member";

/** Whether a person in this role may call a procedure. */
export const mayCall = (role: Role, procedure: string): boolean =>
  rank[role] >= rank[leastRoleFor(procedure)];
