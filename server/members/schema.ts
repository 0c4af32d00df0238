import { z } from "zod";
import { DayOfWeek, Overrides, Rules, TimeOfDay } from "../availability/schema";
import { CivilDate, Id, Instant, list, listInput, TimeZone } from "../schema";
import { Password, PersonName, SignInEmail } from "../users/schema";
import { roles } from "./roles";

export const Role = z.enum(roles).describe("`owner`, `admin` or `member`; there is one owner.");
const GivenRole = z.enum(["admin", "member"]);

export const Member = z
  .object({
    id: Id,
    user_id: Id,
    name: z.string().meta({ example: "Ada Lovelace" }),
    email: z.string().meta({ example: "ada@example.com" }),
    role: Role,
    event_types_hosted: z.int().describe("Of how many event types they are a host."),
    created_at: Instant,
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const ListMembers = z.strictObject(listInput);
export const MemberList = list(Member);

export const MemberId = z.strictObject({ id: Id });

export const UpdateMember = z
  .strictObject({ id: Id, role: GivenRole })
  .meta({ examples: [{ role: "admin" }] });

const hours = {
  timezone: TimeZone.describe("In whose wall-clock times the hours are."),
  rules: Rules.nullable().describe(
    "Weekly windows outside which they host nothing; null: none of their own, so those of the event types they host.",
  ),
  overrides: Overrides.optional().describe(
    "Dates with other hours, or without windows: a day off. Left out: none.",
  ),
};

export const ReplaceOwnSchedule = z.strictObject(hours);

export const ReplaceMemberSchedule = z.strictObject({ id: Id, ...hours }).meta({
  examples: [
    {
      timezone: "Europe/Berlin",
      rules: [{ day_of_week: 1, start_time: "10:00", end_time: "14:00" }],
      overrides: [{ date: "2026-12-24", windows: [] }],
    },
  ],
});

const ShownWindow = z.object({
  start_time: TimeOfDay,
  end_time: TimeOfDay.meta({ example: "17:00:00" }),
});

export const MemberSchedule = z
  .object({
    member_id: Id,
    timezone: TimeZone,
    rules: z
      .array(ShownWindow.extend({ day_of_week: DayOfWeek }))
      .nullable()
      .describe("Null: no weekly hours of their own."),
    overrides: z.array(z.object({ date: CivilDate, windows: z.array(ShownWindow) })),
  })
  .meta({ id: "MemberSchedule" });
export type MemberSchedule = z.infer<typeof MemberSchedule>;

export const Invite = z
  .strictObject({ email: SignInEmail, role: GivenRole })
  .meta({ examples: [{ email: "grace@example.com", role: "member" }] });

export const Invitation = z
  .object({
    id: Id,
    email: z.string().meta({ example: "grace@example.com" }),
    role: GivenRole,
    invited_by: z.string(),
    expires_at: Instant,
    created_at: Instant,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

export const InvitationList = list(Invitation);
export const ListInvitations = z.strictObject(listInput);
export const InvitationId = z.strictObject({ id: Id });

/** What a new invitation answers with: the link, once. */
export const InvitationWithLink = Invitation.extend({
  url: z
    .string()
    .describe("Where the invited person accepts. It is mailed to them, and never shown again."),
});

export const InvitationLink = z.strictObject({ token: z.string().min(1).max(200) });

/** The name only of who has no account yet. */
export const AcceptInvitation = z.strictObject({
  token: z.string().min(1).max(200),
  name: PersonName.optional(),
  password: Password,
});

export const ShownInvitation = z.object({
  email: z.string(),
  role: z.enum(["admin", "member"]),
  invited_by: z.string(),
  organization_name: z.string(),
  /** Its week has passed. */
  is_over: z.boolean(),
  /** Whether somebody with this address can sign in already. Only who holds the link is told. */
  has_account: z.boolean(),
});
export type ShownInvitation = z.infer<typeof ShownInvitation>;
