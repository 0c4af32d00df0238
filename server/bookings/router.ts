import { z } from "zod";
import { Availability } from "../availability/schema";
import { inviteeProcedure } from "../by-token";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { cancelBooking } from "./cancel";
import { createBooking } from "./create";
import { getBooking, listBookings } from "./read";
import { getBookingForInvitee, getBookingIcs } from "./read-for-invitee";
import { reassignBooking } from "./reassign";
import { listRescheduleSlots, rescheduleBooking } from "./reschedule";
import {
  Booking,
  BookingId,
  BookingList,
  CancelBooking,
  CreateBooking,
  InviteeBooking,
  ListBookings,
  ReassignBooking,
  RescheduleBooking,
  RescheduleOptions,
} from "./schema";

const tags = ["Bookings"];
const resource = "Booking";
const query = ["token"] as const;

export const bookingsRouter = router({
  create: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/bookings",
        tags,
        operationId: "createBooking",
        summary: "Create a booking",
        description:
          "Books a slot that GET /v1/availability lists. Without a key this is what a public booking page does. Of any number of callers for one place, exactly one gets it; the others get 409.",
      },
      status: 201,
      public: true,
      errors: ["bad_request", "quota_exceeded", "not_found", "conflict"],
    })
    .input(CreateBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => createBooking(ctx, input)),

  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/bookings",
        tags,
        operationId: "listBookings",
        summary: "List bookings",
        description:
          "The bookings of the key's organization and mode, the latest start first unless `order` says otherwise.",
      },
    })
    .input(ListBookings)
    .output(BookingList)
    .query(({ ctx, input }) => listBookings(ctx.scope, input)),

  get: inviteeProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/bookings/{id}",
        tags,
        operationId: "getBooking",
        summary: "Get a booking",
        description: "With a key, or with the booking's `cancel_token` as `?token=`.",
      },
      public: true,
      uncounted: true,
      resource,
      errors: ["unauthorized"],
    })
    .input(BookingId)
    .output(Booking)
    .query(({ ctx, input }) => getBooking(ctx, input)),

  cancel: inviteeProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/bookings/{id}/cancel",
        tags,
        operationId: "cancelBooking",
        summary: "Cancel a booking",
        description:
          "With a key, or by the invitee with `?token=` until the booking begins. Cancelling again returns the booking as it stands.",
      },
      public: true,
      uncounted: true,
      query,
      resource,
      errors: ["bad_request", "unauthorized"],
    })
    .input(CancelBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => cancelBooking(ctx, input)),

  reschedule: inviteeProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/bookings/{id}/reschedule",
        tags,
        operationId: "rescheduleBooking",
        summary: "Reschedule a booking",
        description:
          "Moves a booking in place: same id and token; its own present time is free for it. With a key, or by the invitee with `?token=` until the booking begins.",
      },
      public: true,
      uncounted: true,
      query,
      resource,
      errors: ["bad_request", "unauthorized", "conflict"],
    })
    .input(RescheduleBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => rescheduleBooking(ctx, input)),

  reassign: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/bookings/{id}/reassign",
        tags,
        operationId: "reassignBooking",
        summary: "Give a booking to another host",
        description:
          "At the same time; of a group session all its bookings go. The member need not be a host of the event type, but must not be booked then. It is told by mail, and is no `booking.rescheduled`.",
      },
      resource,
      errors: ["conflict"],
    })
    .input(ReassignBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => reassignBooking(ctx, input)),

  /** For the dashboard and the hosted manage page. */
  rescheduleSlots: inviteeProcedure
    .input(RescheduleOptions)
    .output(Availability)
    .query(({ ctx, input }) => listRescheduleSlots(ctx, input)),

  /** For the hosted manage page. */
  getForInvitee: inviteeProcedure
    .input(BookingId)
    .output(InviteeBooking)
    .query(({ ctx, input }) => getBookingForInvitee(ctx, input)),

  /** For the hosted manage page: an iCalendar file. */
  ics: inviteeProcedure
    .input(BookingId)
    .output(z.string())
    .query(({ ctx, input }) => getBookingIcs(ctx, input)),
});
