import { z } from "zod";
import { Id, Instant, line, list, listInput } from "../schema";

export const calendarProviders = ["google", "microsoft", "caldav", "ics"] as const;
export const CalendarProvider = z.enum(calendarProviders);
export type CalendarProvider = z.infer<typeof CalendarProvider>;

/** Where well-known CalDAV accounts are found; Nextcloud's is each installation's own. */
export const caldavPresets = {
  icloud: "https://caldav.icloud.com/",
  fastmail: "https://caldav.fastmail.com/",
} as const;

/** A calendar of an account, as stored and shown. */
export const AccountCalendar = z.object({
  id: z.string().describe("What the provider calls it."),
  name: z.string().meta({ example: "Work" }),
  is_writable: z.boolean().describe("Whether bookings can be written into it."),
  is_busy: z.boolean().describe("Whether its busy times close slots."),
});
export type AccountCalendar = z.infer<typeof AccountCalendar>;

export const Calendar = z
  .object({
    id: Id,
    member_id: Id.describe("Whose calendar it is."),
    provider: CalendarProvider,
    calendar_id: z
      .string()
      .nullable()
      .describe("Which of the account's calendars receives the member's bookings; null: none."),
    account_email: z
      .string()
      .nullable()
      .describe("Who signs in there; of a feed its host.")
      .meta({ example: "ada@example.com" }),
    connected_at: Instant,
    status: z
      .enum(["connected", "needs_reconnect"])
      .describe(
        "`needs_reconnect`: the account no longer lets Astrocal in. Until it is connected again its member counts as busy.",
      ),
    last_sync_at: Instant.nullable().describe("When it was last read or written."),
    sync_status: z
      .enum(["pending", "ok", "failing"])
      .describe("`failing`: it cannot be read now, so its member counts as busy."),
    sync_error: z.string().nullable().describe("Why, in a sentence."),
    provider_metadata: z.object({
      server_url: z.string().nullable().describe("Of CalDAV."),
      calendars: z.array(AccountCalendar),
    }),
  })
  .meta({ id: "Calendar" });
export type Calendar = z.infer<typeof Calendar>;

export const ListCalendars = z.strictObject({
  ...listInput,
  member_id: Id.optional().describe("Only this member's."),
});
export const CalendarList = list(Calendar);
export const CalendarId = z.strictObject({ id: Id });

const OfMember = Id.optional().describe(
  "Whose calendar it is: a member of the organization. Left out: the signed-in person, or with a key the owner.",
);

const Address = line(1, 2_048).describe("An https address.");

export const ConnectCaldav = z
  .strictObject({
    member_id: OfMember,
    server_url: Address.optional().meta({ example: "https://cloud.example.com/remote.php/dav" }),
    preset: z
      .enum(["icloud", "fastmail", "nextcloud"])
      .optional()
      .describe(
        "Instead of `server_url`, which `nextcloud` needs besides: the installation's own.",
      ),
    username: line(1, 255),
    password: z
      .string()
      .min(1, "must not be empty")
      .max(1_024)
      .describe("Best an app password, which can be taken back. It is stored encrypted."),
    calendar_url: Address.optional().describe(
      "Which calendar receives bookings; left out: the first that can be written.",
    ),
  })
  .superRefine(({ server_url: url, preset }, context) => {
    const needsUrl = preset === undefined || preset === "nextcloud";
    if (needsUrl && url === undefined) {
      context.addIssue({ code: "custom", path: ["server_url"], message: "is required" });
    }
    if (!needsUrl && url !== undefined) {
      const message = `must not be given together with ${preset}`;
      context.addIssue({ code: "custom", path: ["server_url"], message });
    }
  })
  .meta({
    examples: [
      {
        server_url: "https://cloud.example.com/remote.php/dav",
        username: "ada",
        password: "app-password-of-16-chars",
      },
    ],
  });

export const ConnectFeed = z
  .strictObject({
    member_id: OfMember,
    url: Address.describe("Where the feed is published: https or webcal. It is stored encrypted."),
  })
  .meta({ examples: [{ url: "https://example.com/ada.ics" }] });

export const BeginSignIn = z.strictObject({
  member_id: OfMember,
  redirect_uri: line(1, 2_048)
    .describe(
      "Where the browser goes afterwards, with `calendar_id` or `error` in its query: an https address, or of this server.",
    )
    .meta({ example: "https://example.com/settings/calendars" }),
});

export const SignInUrl = z.object({
  authorization_url: z
    .string()
    .describe("Where to send the person's browser. Good for ten minutes."),
});

export const UpdateCalendar = z
  .strictObject({
    id: Id,
    calendar_id: line(1, 2_048)
      .nullable()
      .optional()
      .describe(
        "Which of the account's calendars receives the member's bookings; the member's other accounts then receive none. Null: none of this account.",
      ),
    busy_calendar_ids: z
      .array(line(1, 2_048))
      .max(100)
      .optional()
      .describe("Whose busy times close slots; the others are not read."),
  })
  .meta({
    examples: [{ busy_calendar_ids: ["https://cloud.example.com/dav/calendars/ada/work/"] }],
  });

/** With which providers this server is registered, so that people can sign in there. */
export const ConnectOptions = z.object({ google: z.boolean(), microsoft: z.boolean() });
