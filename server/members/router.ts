import { z } from "zod";
import { Id } from "../schema";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { acceptInvitation, readInvitation } from "./accept";
import { inviteMember } from "./invite";
import { listInvitations, listMembers } from "./read";
import { getMemberSchedule } from "./read-schedule";
import { leaveOrganization, removeMember } from "./remove";
import { replaceMemberSchedule, replaceOwnSchedule } from "./replace-schedule";
import { revokeInvitation } from "./revoke-invitation";
import {
  AcceptInvitation,
  InvitationId,
  InvitationLink,
  InvitationList,
  InvitationWithLink,
  Invite,
  ListInvitations,
  ListMembers,
  Member,
  MemberId,
  MemberList,
  MemberSchedule,
  ReplaceMemberSchedule,
  ReplaceOwnSchedule,
  ShownInvitation,
  UpdateMember,
} from "./schema";
import { transferOwnership } from "./transfer-ownership";
import { updateMemberRole } from "./update-role";

const tags = ["Members"];

export const membersRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/members",
        tags,
        operationId: "listMembers",
        summary: "List members",
        description:
          "The organization's people, who came last first. They are the same for live and test keys.",
      },
    })
    .input(ListMembers)
    .output(MemberList)
    .query(({ ctx, input }) => listMembers(ctx.scope, input)),

  updateRole: organizationProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: "/v1/members/{id}",
        tags,
        operationId: "updateMember",
        summary: "Change a member's role",
        description:
          "Makes a member an admin, or an admin a member. Ownership is handed over in the dashboard. Only with a live key.",
      },
      resource: "Member",
      errors: ["bad_request"],
    })
    .input(UpdateMember)
    .output(Member)
    .mutation(({ ctx, input }) => updateMemberRole(ctx.scope, input)),

  remove: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/members/{id}",
        tags,
        operationId: "removeMember",
        summary: "Remove a member",
        description:
          "From the next request on they see nothing of the organization, and the API keys they made are revoked. They host nothing new; bookings with them stay until they are reassigned (`GET /v1/bookings?assigned_host_id=`). Only with a live key.",
      },
      status: 204,
      resource: "Member",
      errors: ["bad_request"],
    })
    .input(MemberId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMember(ctx.scope, input.id)),

  getSchedule: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/member-schedules/{id}",
        tags,
        operationId: "getMemberSchedule",
        summary: "Get a member's hours",
        description: "Their own weekly hours and days off. Only with a live key.",
      },
      resource: "Member",
    })
    .input(MemberId)
    .output(MemberSchedule)
    .query(({ ctx, input }) => getMemberSchedule(ctx.scope, input.id)),

  replaceSchedule: organizationProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/v1/member-schedules/{id}",
        tags,
        operationId: "replaceMemberSchedule",
        summary: "Replace a member's hours",
        description:
          "Puts these weekly hours and days off in place of their own. A time is offered with them only where it lies within the event type's hours and theirs. Bookings made stay as they are. Only with a live key.",
      },
      resource: "Member",
    })
    .input(ReplaceMemberSchedule)
    .output(MemberSchedule)
    .mutation(({ ctx, input }) => replaceMemberSchedule(ctx.scope, input)),

  invitations: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/members/invitations",
        tags,
        operationId: "listInvitations",
        summary: "List invitations",
        description: "Those that wait for an answer, newest first.",
      },
    })
    .input(ListInvitations)
    .output(InvitationList)
    .query(({ ctx, input }) => listInvitations(ctx.scope, input)),

  invite: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/members/invitations",
        tags,
        operationId: "inviteMember",
        summary: "Invite a member",
        description:
          "Mails a link that is good for a week. Inviting an address again ends the link of before. Only with a live key.",
      },
      status: 201,
      errors: ["conflict", "bad_request", "forbidden"],
    })
    .input(Invite)
    .output(InvitationWithLink)
    .mutation(({ ctx, input }) => inviteMember(ctx.scope, input)),

  revokeInvitation: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/members/invitations/{id}",
        tags,
        operationId: "revokeInvitation",
        summary: "Take an invitation back",
        description: "Its link ends. Only with a live key.",
      },
      status: 204,
      resource: "Invitation",
    })
    .input(InvitationId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvitation(ctx.scope, input.id)),

  /** The dashboard's own. */
  transferOwnership: organizationProcedure
    .input(MemberId)
    .output(Member)
    .mutation(({ ctx, input }) => transferOwnership(ctx.scope, input.id)),

  leave: organizationProcedure
    .input(z.strictObject({}))
    .output(z.void())
    .mutation(({ ctx }) => leaveOrganization(ctx.scope)),

  replaceOwnSchedule: organizationProcedure
    .input(ReplaceOwnSchedule)
    .output(MemberSchedule)
    .mutation(({ ctx, input }) => replaceOwnSchedule(ctx.scope, input)),

  /** The page behind an invitation's link. */
  invitation: publicProcedure
    .input(InvitationLink)
    .output(ShownInvitation)
    .query(({ ctx, input }) => readInvitation(ctx, input)),

  acceptInvitation: publicProcedure
    .input(AcceptInvitation)
    .output(z.object({ organization_id: Id, email: z.string() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
