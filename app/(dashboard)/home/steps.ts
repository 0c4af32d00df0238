/** What an organization has, as far as its first steps go. */
export type Progress = {
  /** Its newest event type's own page, or null without one. */
  bookingUrl: string | null;
  hasBooking: boolean;
  hasKey: boolean;
};

export type StepKey = "event-type" | "booking" | "key";
export type Step = { key: StepKey; isDone: boolean };

/** The way to a first real booking and on to the API; the first that is not done is next. */
export const stepsOf = ({ bookingUrl, hasBooking, hasKey }: Progress): Step[] => [
  { key: "event-type", isDone: bookingUrl !== null || hasBooking },
  { key: "booking", isDone: hasBooking },
  { key: "key", isDone: hasKey },
];
