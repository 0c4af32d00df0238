import { z } from "zod";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { createEventType } from "./create";
import { deleteEventType } from "./delete";
import { getEventType, getEventTypeBySlug, getPublicEventType, listEventTypes } from "./read";
import {
  CreateEventType,
  EventType,
  EventTypeAddress,
  EventTypeId,
  EventTypeList,
  EventTypePage,
  ListEventTypes,
  UpdateEventType,
} from "./schema";
import { updateEventType } from "./update";

const tags = ["Event types"];
const resource = "Event type";

export const eventTypesRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/event-types",
        tags,
        operationId: "listEventTypes",
        summary: "List event types",
        description: "The event types of the key's organization and mode, newest first.",
      },
    })
    .input(ListEventTypes)
    .output(EventTypeList)
    .query(({ ctx, input }) => listEventTypes(ctx.scope, input)),

  create: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/event-types",
        tags,
        operationId: "createEventType",
        summary: "Create an event type",
        description:
          "The new type is open Monday to Friday, 09:00 to 17:00 in the organization's time zone, until its availability is set.",
      },
      status: 201,
      errors: ["conflict"],
    })
    .input(CreateEventType)
    .output(EventType)
    .mutation(({ ctx, input }) => createEventType(ctx.scope, input)),

  get: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/event-types/{id}",
        tags,
        operationId: "getEventType",
        summary: "Get an event type",
        description:
          "With a key: any event type of its organization and mode. Without one: active live event types only.",
      },
      public: true,
      resource,
    })
    .input(EventTypeId)
    .output(EventType)
    .query(({ ctx, input }) =>
      ctx.scope === null ? getPublicEventType(input.id) : getEventType(ctx.scope, input.id),
    ),

  getPublic: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/public/event-types/{id}",
        tags,
        operationId: "getPublicEventType",
        summary: "Get a public event type",
        description: "What anyone may see: active live event types, whatever key is sent along.",
      },
      public: true,
      resource,
    })
    .input(EventTypeId)
    .output(EventType)
    .query(({ input }) => getPublicEventType(input.id)),

  update: organizationProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: "/v1/event-types/{id}",
        tags,
        operationId: "updateEventType",
        summary: "Update an event type",
        description: "Changes the fields given. Bookings already made keep their time and buffers.",
      },
      resource,
      errors: ["conflict"],
    })
    .input(UpdateEventType)
    .output(EventType)
    .mutation(({ ctx, input }) => updateEventType(ctx.scope, input)),

  delete: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/event-types/{id}",
        tags,
        operationId: "deleteEventType",
        summary: "Delete an event type",
        description:
          "It can no longer be seen or booked, and its slug is free again. Its bookings stay.",
      },
      status: 204,
      resource,
    })
    .input(EventTypeId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteEventType(ctx.scope, input.id)),

  /** For the hosted booking page. */
  getByAddress: publicProcedure
    .input(EventTypeAddress)
    .output(EventTypePage)
    .query(({ input }) =>
      getEventTypeBySlug(input.organization_slug, input.slug, input.mode === "test"),
    ),
});
