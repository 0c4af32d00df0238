import { Booking } from "../bookings/schema";
import { inviteeProcedure } from "../by-token";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { claimPlace } from "./claim";
import { joinWaitlist } from "./join";
import { leaveWaitlist } from "./leave";
import { getEntry, getEntryForGuest, listWaitlist } from "./read";
import {
  ClaimPlace,
  GuestEntry,
  JoinWaitlist,
  ListedEntryId,
  ListWaitlist,
  WaitlistEntry,
  WaitlistEntryId,
  WaitlistList,
} from "./schema";

const tags = ["Waitlist"];
const resource = "Waitlist entry";
const query = ["token"] as const;

export const waitlistRouter = router({
  join: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/waitlist",
        tags,
        operationId: "joinWaitlist",
        summary: "Join a waitlist",
        description:
          "Waits for a place of an event type whose waitlist is enabled: at a certain `start_time`, or any. When a booking is cancelled or moved away, or more is offered than before (other hours, hosts, limits), the freed place is held for the head of the line whom it fits, for 24 hours, but never past its start; they are mailed a link to claim it, and it counts as booked meanwhile.",
      },
      status: 201,
      public: true,
      errors: ["bad_request", "conflict", "not_found"],
    })
    .input(JoinWaitlist)
    .output(WaitlistEntry)
    .mutation(({ ctx, input }) => joinWaitlist(ctx, input)),

  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/waitlist",
        tags,
        operationId: "listWaitlist",
        summary: "List waitlist entries",
        description: "Who waits, or waited, newest first.",
      },
    })
    .input(ListWaitlist)
    .output(WaitlistList)
    .query(({ ctx, input }) => listWaitlist(ctx.scope, input)),

  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/waitlist/{id}",
        tags,
        operationId: "getWaitlistEntry",
        summary: "Get a waitlist entry",
        description: "With its present place in the line.",
      },
      resource,
    })
    .input(ListedEntryId)
    .output(WaitlistEntry)
    .query(({ ctx, input }) => getEntry(ctx.scope, input.id)),

  cancel: inviteeProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/waitlist/{id}/cancel",
        tags,
        operationId: "cancelWaitlistEntry",
        summary: "Leave a waitlist",
        description:
          "With a key, or by the guest with `?token=`. A place that was held for them is offered to the next. Doing it again changes nothing.",
      },
      public: true,
      query,
      resource,
      errors: ["unauthorized", "conflict"],
    })
    .input(WaitlistEntryId)
    .output(WaitlistEntry)
    .mutation(({ ctx, input }) => leaveWaitlist(ctx, input)),

  claim: inviteeProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/waitlist/{id}/claim",
        tags,
        operationId: "claimWaitlistPlace",
        summary: "Claim a place that is held",
        description:
          "Makes a booking of the place that is held for a promoted entry until `expires_at`. With a key, or by the guest with `?token=`, and with answers to the event type's questions as in a booking. It counts towards the month's bookings.",
      },
      status: 201,
      public: true,
      query,
      resource,
      errors: ["unauthorized", "conflict", "quota_exceeded"],
    })
    .input(ClaimPlace)
    .output(Booking)
    .mutation(({ ctx, input }) => claimPlace(ctx, input)),

  /** For the hosted page. */
  getForGuest: inviteeProcedure
    .input(WaitlistEntryId)
    .output(GuestEntry)
    .query(({ ctx, input }) => getEntryForGuest(ctx, input)),
});
