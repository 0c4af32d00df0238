import { z } from "zod";
import { organizationProcedure, router } from "../trpc";
import { addHost } from "./add";
import { listHosts } from "./read";
import { removeHost } from "./remove";
import { AddHost, Host, HostId, HostList, ListHosts, UpdateHost } from "./schema";
import { updateHost } from "./update";

const tags = ["Hosts"];
const path = "/v1/event-types/{id}/hosts";

export const hostsRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path,
        tags,
        operationId: "listHosts",
        summary: "List hosts",
        description:
          "Who may be given bookings of an event type, who was added last first. Without any the organization's owner hosts it.",
      },
      resource: "Event type",
    })
    .input(ListHosts)
    .output(HostList)
    .query(({ ctx, input }) => listHosts(ctx.scope, input)),

  add: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path,
        tags,
        operationId: "addHost",
        summary: "Add a host",
        description:
          "A slot is offered when any host is free; `assignment_strategy` says who of them is given the booking.",
      },
      status: 201,
      resource: "Event type",
      errors: ["conflict", "bad_request"],
    })
    .input(AddHost)
    .output(Host)
    .mutation(({ ctx, input }) => addHost(ctx.scope, input)),

  update: organizationProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: `${path}/{host_id}`,
        tags,
        operationId: "updateHost",
        summary: "Change a host's priority",
        description: "Counts where the event type's strategy is `priority`.",
      },
      resource: "Host",
    })
    .input(UpdateHost)
    .output(Host)
    .mutation(({ ctx, input }) => updateHost(ctx.scope, input)),

  remove: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: `${path}/{host_id}`,
        tags,
        operationId: "removeHost",
        summary: "Remove a host",
        description: "Bookings they have stay theirs.",
      },
      status: 204,
      resource: "Host",
    })
    .input(HostId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeHost(ctx.scope, input)),
});
