/** A calendar as its account lists it. */
export type ListedCalendar = {
  /** What the provider calls it: an address for CalDAV and feeds, an id elsewhere. */
  id: string;
  name: string;
  /** Whether events can be written into it. */
  isWritable: boolean;
  isPrimary: boolean;
};

/** Time that an event of a calendar takes: neither free ("transparent") nor cancelled nor declined. */
export type BusyTime = {
  /** Epoch milliseconds, half-open. */
  startMs: number;
  endMs: number;
  /** The `key` of what we wrote ourselves; null for everything else. */
  key: string | null;
};

/** What a booking, or a group's session, looks like in its host's calendar. */
export type CalendarEvent = {
  /** UUID of the booking, or of the session several bookings share: whatever else the provider calls it derives from this. */
  key: string;
  /** Of iCalendar, for life; mails about the booking say the same. */
  uid: string;
  /** Epoch milliseconds. */
  startMs: number;
  endMs: number;
  title: string;
  /** Plain text. Who comes is said here, as guests of the calendar's own would be sent its own invitations too. */
  description: string;
  location: string | null;
  /** A meeting the provider is to open for it, where it is the one that can. */
  conferencing: "google_meet" | "microsoft_teams" | null;
};

/** What stands in a calendar by our hand, as we last wrote it. */
export type Written = {
  calendarId: string;
  /** What the provider calls the event: an address for CalDAV, an id elsewhere. */
  eventId: string;
  /** Of the event as written; null where the provider did not say. */
  etag: string | null;
  startMs: number;
  endMs: number;
  meetingUrl: string | null;
};

/** How events are kept. All of it may be asked twice for one thing, as what asks may be killed before it has the answer. */
export type EventWriter = {
  /** Writes an event; what stands there already under its key is brought to it. @throws CalendarError */
  create: (calendarId: string, event: CalendarEvent) => Promise<Written>;
  /**
   * Brings what was written to `event`. What the host changed besides time (notes, alarms, colour) stays where the provider lets it.
   * @throws CalendarError `drift` when the host moved or deleted it meanwhile: it is then left as it is
   */
  update: (written: Written, event: CalendarEvent) => Promise<Written>;
  /** Removes it, also what the host changed; gone already is as good. @throws CalendarError */
  remove: (written: Pick<Written, "calendarId" | "eventId">) => Promise<void>;
};

/** One person's account with a provider of calendars: what all of them can do, and the only way to any of them. */
export type CalendarAccount = {
  /** @throws CalendarError */
  listCalendars: () => Promise<ListedCalendar[]>;
  /**
   * The busy times of these calendars that reach into [fromMs, toMs), recurring events expanded.
   * @throws CalendarError when any of them cannot be read in full: what is not known is not free
   */
  readBusy: (
    calendarIds: readonly string[],
    range: { fromMs: number; toMs: number },
  ) => Promise<BusyTime[]>;
  /** Null for what can only be read. */
  events: EventWriter | null;
};

export type CalendarReason =
  /** Not now: the network, the server's trouble, too many calls. */
  | "unreachable"
  /** The account no longer lets us in: only its owner can mend that. */
  | "refused"
  /** An answer that cannot be what it should be. */
  | "invalid"
  /** The calendar or event asked for is not there. */
  | "missing"
  /** The host moved or deleted what we wrote. */
  | "drift";

/** Why a calendar did not do what it was asked; the message is for the person whose calendar it is. */
export class CalendarError extends Error {
  readonly reason: CalendarReason;
  /** What the host did to the event; null unless the reason is `drift`. */
  readonly drift: "moved" | "deleted" | null;
  /** How long the provider asked to be left alone; null when it did not. */
  readonly retryAfterMs: number | null;

  constructor(
    reason: CalendarReason,
    message: string,
    options: { cause?: unknown; drift?: "moved" | "deleted"; retryAfterMs?: number | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "CalendarError";
    this.reason = reason;
    this.drift = options.drift ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
