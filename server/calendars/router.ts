import { z } from "zod";
import { type Context, organizationProcedure, router } from "../trpc";
import type { Scope } from "../scope";
import { beginSignIn } from "./begin-sign-in";
import { connectCaldav } from "./connect-caldav";
import { connectFeed } from "./connect-feed";
import { disconnectCalendar } from "./disconnect";
import { getCalendar, listCalendars, type Viewer } from "./read";
import { refreshCalendar } from "./refresh";
import { isRegistered } from "./registered";
import {
  BeginSignIn,
  Calendar,
  CalendarId,
  CalendarList,
  ConnectCaldav,
  ConnectFeed,
  ConnectOptions,
  ListCalendars,
  SignInUrl,
  UpdateCalendar,
} from "./schema";
import { updateCalendar } from "./update";

const tags = ["Calendars"];
const resource = "Calendar";

/** A person who is a member, and no more, has to do with their own calendars alone. */
const viewerOf = ({ scope, role }: Pick<Context, "role"> & { scope: Scope }): Viewer => ({
  scope,
  isOwnOnly: role === "member",
});

const signInDescription = (name: string) =>
  `Begins to connect a ${name} account. Send the person's browser to the address returned; it comes back to \`redirect_uri\` with \`calendar_id\`, or with \`error\`, in its query. Only with a live key, on a server that is registered with the provider.`;

export const calendarsRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/calendars",
        tags,
        operationId: "listCalendars",
        summary: "List calendars",
        description:
          "The calendars that members have connected, newest first; never what lets Astrocal into them. A test key sees none: test mode touches no calendar.",
      },
    })
    .input(ListCalendars)
    .output(CalendarList)
    .query(({ ctx, input }) => listCalendars(viewerOf(ctx), input)),

  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/calendars/{id}",
        tags,
        operationId: "getCalendar",
        summary: "Get a calendar",
        description: "With how its last synchronization went.",
      },
      resource,
    })
    .input(CalendarId)
    .output(Calendar)
    .query(({ ctx, input }) => getCalendar(viewerOf(ctx), input.id)),

  connectGoogle: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/calendars/google/connect",
        tags,
        operationId: "connectGoogleCalendar",
        summary: "Connect Google Calendar",
        description: signInDescription("Google"),
      },
      errors: ["bad_request", "forbidden"],
    })
    .input(BeginSignIn)
    .output(SignInUrl)
    .query(({ ctx, input }) => beginSignIn(viewerOf(ctx), "google", input)),

  connectMicrosoft: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/calendars/microsoft/connect",
        tags,
        operationId: "connectMicrosoftCalendar",
        summary: "Connect Microsoft 365",
        description: signInDescription("Microsoft"),
      },
      errors: ["bad_request", "forbidden"],
    })
    .input(BeginSignIn)
    .output(SignInUrl)
    .query(({ ctx, input }) => beginSignIn(viewerOf(ctx), "microsoft", input)),

  connectCaldav: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/calendars/caldav",
        tags,
        operationId: "connectCaldavCalendar",
        summary: "Connect a CalDAV account",
        description:
          "iCloud, Fastmail, Nextcloud or any server that speaks CalDAV. The account is let in and its calendars are found before it is kept. From then on its busy times close slots, and, where none of the member's accounts did so before, it receives their bookings. Connecting an account again renews its password. Only with a live key.",
      },
      status: 201,
      errors: ["bad_request", "forbidden"],
    })
    .input(ConnectCaldav)
    .output(Calendar)
    .mutation(({ ctx, input }) => connectCaldav(viewerOf(ctx), input)),

  connectFeed: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/calendars/ics",
        tags,
        operationId: "connectCalendarFeed",
        summary: "Connect a calendar feed",
        description:
          "A calendar that is published as an iCalendar file: its busy times close slots, and nothing is written into it. Only with a live key.",
      },
      status: 201,
      errors: ["bad_request", "forbidden"],
    })
    .input(ConnectFeed)
    .output(Calendar)
    .mutation(({ ctx, input }) => connectFeed(viewerOf(ctx), input)),

  update: organizationProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: "/v1/calendars/{id}",
        tags,
        operationId: "updateCalendar",
        summary: "Choose an account's calendars",
        description:
          "Which of the account's calendars close slots, and which one receives the member's bookings. Bookings ahead move there.",
      },
      resource,
    })
    .input(UpdateCalendar)
    .output(Calendar)
    .mutation(({ ctx, input }) => updateCalendar(viewerOf(ctx), input)),

  refresh: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/calendars/{id}/refresh",
        tags,
        operationId: "refreshCalendar",
        summary: "Ask a calendar now",
        description:
          "Asks the account whether it lets Astrocal in and which calendars it has. What came of it is in `sync_status`.",
      },
      resource,
    })
    .input(CalendarId)
    .output(Calendar)
    .mutation(({ ctx, input }) => refreshCalendar(viewerOf(ctx), input.id)),

  disconnect: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/calendars/{id}",
        tags,
        operationId: "disconnectCalendar",
        summary: "Disconnect a calendar",
        description:
          "Its busy times no longer count, bookings are no longer written into it, and what let Astrocal in is forgotten, and revoked where the provider allows it. Events already written stay.",
      },
      status: 204,
      resource,
    })
    .input(CalendarId)
    .output(z.void())
    .mutation(({ ctx, input }) => disconnectCalendar(viewerOf(ctx), input.id)),

  /** For the dashboard: what can be connected here. */
  options: organizationProcedure
    .output(ConnectOptions)
    .query(() => ({ google: isRegistered("google"), microsoft: isRegistered("microsoft") })),
});
