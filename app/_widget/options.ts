import type { Output } from "../_sdk/client";
import type { Labels } from "./labels/labels";

export type Booking = Output<"createBooking">;
export type EventType = Output<"getPublicEventType">;

/** Where a visitor is: `time` chooses one, `details` leaves a name, `confirm` confirms a move. */
export type Step = "loading" | "time" | "details" | "confirm" | "done" | "error";

/** How a widget is to be, by attributes or `Astrocal.open`. */
export type Options = {
  /** The event type's id. */
  eventType?: string;
  /** A booking to move instead, by its invitee's token. */
  booking?: { id: string; token: string };
  /** Where the server is: where the script came from, unless said. */
  baseUrl?: string;
  theme?: "light" | "dark" | "auto";
  /** A BCP 47 tag: the visitor's own, unless said. */
  locale?: string;
  /** An IANA name: the visitor's own, unless said. */
  timeZone?: string;
  /** One of the event type's durations, in minutes. */
  duration?: number;
  name?: string;
  email?: string;
  notes?: string;
  /** Kept with the booking. */
  metadata?: Record<string, string>;
  labels?: Partial<Labels>;
  onCreated?: (booking: Booking) => void;
  onRescheduled?: (booking: Booking) => void;
  /** Told of what a visitor is shown as an error. */
  onError?: (error: unknown) => void;
  /** The popup is closed. */
  onClose?: () => void;
  onStep?: (step: Step) => void;
};

export const prefix = "data-astrocal-";
const metadataPrefix = `${prefix}meta-`;
const themes = ["light", "dark", "auto"] as const;

/** The options that an element's attributes give. */
export function optionsOf(element: Element): Options {
  const text = (name: string) => element.getAttribute(prefix + name) ?? undefined;
  const strings = Object.fromEntries(
    (["locale", "name", "email", "notes"] as const).map((name) => [name, text(name)]),
  );
  const duration = Number(text("duration"));
  const metadata = Object.fromEntries(
    [...element.attributes].flatMap(({ name, value }) =>
      name.startsWith(metadataPrefix) ? [[name.slice(metadataPrefix.length), value]] : [],
    ),
  );
  const id = text("booking");
  return withoutUndefined({
    ...strings,
    eventType: text("event-type"),
    booking: id === undefined ? undefined : { id, token: text("token") ?? "" },
    baseUrl: text("base-url"),
    theme: themes.find((theme) => theme === text("theme")),
    timeZone: text("time-zone"),
    duration: duration > 0 ? duration : undefined,
    metadata: Object.keys(metadata).length === 0 ? undefined : metadata,
  });
}

type Defined<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function withoutUndefined<Values extends object>(values: Values): Defined<Values>;
function withoutUndefined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
