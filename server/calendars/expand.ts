import { Budget } from "./budget";
import { clockFor, endOfPeriod, uidOf, type Zones } from "./ical-event";
import {
  type IcalComponent,
  lineNamed,
  linesOf,
  parameterOf,
  readCalendars,
  unreadable,
} from "./ical-lines";
import { momentsOf } from "./ical-values";
import { createClocks } from "./ical-zones";
import { type Placed, occurrencesOf } from "./occurrences";
import { CalendarError } from "./provider";

/** Time that an entry of an iCalendar text takes. */
export type IcalBusy = {
  /** Epoch milliseconds, half-open. */
  startMs: number;
  endMs: number;
  uid: string;
  /** The `key` of what we wrote ourselves; null for everything else. */
  key: string | null;
};

// Ten an hour, day and night, for two years: nobody's calendar, and some 20 MB.
const MAX_BUSY = 200_000;

/**
 * The busy times of an iCalendar text, one object or a whole feed, that reach into [fromMs, toMs), in order. Times are not cut to it.
 * Events and the periods of VFREEBUSY count, tasks and journals do not.
 * @param options.timeZone IANA: where floating times are, and the days of all-day events
 * @throws CalendarError `invalid` when any of it cannot be understood, or repeats more often than is read: what is not known is not free
 */
export function busyTimesIn(
  text: string,
  range: { fromMs: number; toMs: number },
  options: { timeZone: string },
): IcalBusy[] {
  const budget = new Budget();
  const clocks = createClocks(range.toMs, budget);
  const here = clocks.clockIn(options.timeZone);
  const found: IcalBusy[] = [];
  const series = new Map<string, Series>();
  for (const calendar of readCalendars(text)) {
    const clockNamed = (tzid: string) => clocks.clockNamed(tzid, calendar) ?? here;
    const zones = { timeZone: options.timeZone, here, clockNamed };
    for (const component of calendar.components) {
      if (component.name === "VFREEBUSY") addPeriods(component, zones);
      if (component.name === "VEVENT") addTo(series, component, zones);
    }
  }
  for (const [uid, { masters, changes }] of series) {
    // Without a UID, nothing says whose changes they are.
    for (const master of masters) addAll(uid, master, uid === "" ? [] : changes);
    for (const change of changes) addAll(uid, change, []);
  }
  return found.toSorted((one, other) => one.startMs - other.startMs || one.endMs - other.endMs);

  function add(busy: IcalBusy): void {
    const { startMs, endMs } = busy;
    if (startMs >= endMs || startMs >= range.toMs || endMs <= range.fromMs) return;
    if (found.length >= MAX_BUSY)
      throw new CalendarError("invalid", "The calendar holds more busy times than are read.");
    found.push(busy);
  }

  function addAll(uid: string, event: Placed, changes: Placed[]): void {
    for (const time of occurrencesOf(event, changes, range, budget)) add({ ...time, uid });
  }

  function addPeriods(component: IcalComponent, zones: Zones): void {
    const uid = uidOf(component);
    for (const line of linesOf(component, "FREEBUSY")) {
      if (parameterOf(line, "FBTYPE")?.toUpperCase() === "FREE") continue;
      for (const period of momentsOf(line)) {
        if (!("start" in period)) throw unreadable("FREEBUSY");
        const clock = clockFor(period.start, zones, zones.here);
        const startMs = clock(period.start.wallMs);
        add({ startMs, endMs: endOfPeriod(period, zones, clock), uid, key: null });
      }
    }
  }
}

/** What shares a UID: events, and the changes to single times of them. */
type Series = { masters: Placed[]; changes: Placed[] };

function addTo(series: Map<string, Series>, event: IcalComponent, zones: Zones): void {
  const uid = uidOf(event);
  const { masters, changes } = series.get(uid) ?? { masters: [], changes: [] };
  (lineNamed(event, "RECURRENCE-ID") === null ? masters : changes).push({ event, zones });
  series.set(uid, { masters, changes });
}
