import type { Role } from "@/server/members/roles";

export const roleLabels = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
} as const satisfies Record<Role, string>;

/** What each may, for who chooses. */
export const roleWords = {
  admin: "Everything but handing over the organization.",
  member:
    "Sees event types and bookings, moves and cancels bookings, hosts. No keys, webhooks or settings.",
} as const;
