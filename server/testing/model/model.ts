// Times of the model are minutes since the first of three days that any two caps tell apart: a Sunday, then a Monday
// that ends a month, then a Tuesday that begins one.
export const dates = ["2027-05-30", "2027-05-31", "2027-06-01"] as const;
const periods = { daily: [0, 1, 2], weekly: [0, 1, 1], monthly: [0, 0, 1], total: [0, 0, 0] };
export const dayMinutes = 24 * 60;
const minuteMs = 60_000;
const originMs = Date.UTC(2027, 4, 30);
export const instant = (minute: number) => originMs + minute * minuteMs;
export const minuteOf = (time: string | Date) => (new Date(time).getTime() - originMs) / minuteMs;

/** From three days before the first of them, none but these three can be booked. */
export const reachDays = 5;

export const durations = [10, 15, 20, 30];
export const strategies = ["round_robin", "least_booked", "priority"] as const;

export type Window = { day: number; from: number; to: number };
export type Settings = {
  duration: number;
  before: number;
  after: number;
  interval: number | null;
  cap: { limit: number; period: keyof typeof periods } | null;
  strategy: (typeof strategies)[number];
  /** Whether people can wait, and how many. */
  line: { open: boolean; size: number | null };
};
/** `team`: its hosts with their priorities; nobody: the organization's owner hosts it. */
export type Type = Settings & {
  id: string;
  max: number;
  team: Map<string, number>;
  windows: Window[];
};
/**
 * A stretch of a host's time with the buffers it was booked with; whoever comes are the live bookings and the held places
 * in it. `given`: in which transaction it was.
 */
export type Session = {
  type: Type;
  host: string;
  start: number;
  end: number;
  before: number;
  after: number;
  given: number;
};
export type Booking = { id: string; session: Session; seats: number; live: boolean };
/** Who waits, or waited, for a start and duration or (null) any; `session` and `until`: the place held for them. */
export type Entry = {
  id: string;
  type: Type;
  start: number | null;
  minutes: number | null;
  status: "waiting" | "promoted" | "claimed" | "expired" | "cancelled";
  session: Session | null;
  until: number | null;
};
export type Model = {
  owner: string;
  members: string[];
  types: Type[];
  /** In the order in which they were given, over or not. */
  sessions: Session[];
  bookings: Booking[];
  entries: Entry[];
  now: number;
  transactions: number;
  commands: number;
};
export type Wish = { type: Type; start: number; duration: number; moving?: Booking | undefined };
export type Offer = { spots: number; hosts: string[]; join: Session[] };

export const liveOnes = (model: Model): Booking[] => model.bookings.filter(({ live }) => live);

/** Whoever takes seats: live bookings, but for the one that is moved, and places that are held. */
export function takers(model: Model, moving?: Booking): { session: Session; seats: number }[] {
  const held = model.entries.flatMap(({ status, session }) =>
    status === "promoted" && session !== null ? [{ session, seats: 1 }] : [],
  );
  return [...liveOnes(model).filter((booking) => booking !== moving), ...held];
}

export const hostsOf = (model: Model, { team }: Type): string[] =>
  team.size === 0 ? [model.owner] : [...team.keys()];

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

/** Whether two stretches of one host's time cannot both be, their buffers included. */
export const meet = (a: Omit<Session, "given" | "type" | "host">, b: typeof a): boolean =>
  a.end + a.after > b.start - b.before && a.start - a.before < b.end + b.after;

/** What may be booked at a time, by the contract's words; null where nothing may. */
export function offer(model: Model, { type, start, duration, moving }: Wish): Offer | null {
  if (start < model.now) return null;
  const others = takers(model, moving);
  const sessions = [...new Set(others.map(({ session }) => session))];
  const seats = (session: Session) =>
    sum(others.filter((each) => each.session === session).map((each) => each.seats));
  const end = start + duration;
  const { cap } = type;
  if (cap !== null) {
    const period = (minute: number) => periods[cap.period][Math.floor(minute / dayMinutes)];
    const counted = others.filter(
      ({ session }) => session.type === type && period(session.start) === period(start),
    );
    if (counted.length >= cap.limit) return null;
  }
  const open = sessions.filter(
    (its) => its.type === type && its.start === start && its.end === end && seats(its) < type.max,
  );
  if (open.length > 0) {
    const fewest = Math.min(...open.map(seats));
    const join = open.filter((session) => seats(session) === fewest);
    return { spots: type.max - fewest, hosts: join.map(({ host }) => host), join };
  }
  const step = type.interval ?? type.before + duration + type.after;
  const onGrid = type.windows.some(({ day, from, to }) => {
    const since = start - (day * dayMinutes + from);
    return since >= 0 && since % step === 0 && end <= day * dayMinutes + to;
  });
  const stretch = { start, end, before: type.before, after: type.after };
  const hosts = hostsOf(model, type).filter((host) =>
    sessions.every((its) => its.host !== host || !meet(its, stretch)),
  );
  return onGrid && hosts.length > 0 ? { spots: type.max, hosts, join: [] } : null;
}

/** The starts that any window of this test could have, on each of the days. */
const starts = dates.flatMap((_, day) =>
  Array.from({ length: 40 }, (__, nth) => day * dayMinutes + 500 + nth * 5),
);

export const offeredStarts = (model: Model, wish: Omit<Wish, "start">): number[] =>
  starts.filter((start) => offer(model, { ...wish, start }) !== null);
