import { CalendarError } from "./provider";

/** One property of iCalendar, unfolded: `NAME;PARAMETERS:VALUE`. */
export type IcalLine = {
  /** In upper case. */
  name: string;
  /** All of it, as it was written. */
  text: string;
  value: string;
};

/** What stands between BEGIN and END. */
export type IcalComponent = {
  /** In upper case. */
  name: string;
  lines: IcalLine[];
  components: IcalComponent[];
};

// Feeds are cut at 5 MB when they are fetched; this holds for whatever else is handed in.
const MAX_CHARACTERS = 5 * 1024 * 1024;
// An event with its alarms has some 400 bytes, so that 5 MB of them stay far below; empty ones do not.
const MAX_COMPONENTS = 100_000;
// A calendar holds events, and they alarms.
const MAX_DEPTH = 8;
// Longer than any name and parameters that say when something is.
const MAX_HEAD = 4096;

/** Without its value, such a line would be lost, and with it time that is taken. */
const namesThatMatter = new Set(
  (
    "DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID STATUS TRANSP UID FREEBUSY " +
    "TZID TZOFFSETFROM TZOFFSETTO"
  ).split(" "),
);

/**
 * The VCALENDARs of a text. Lines that are none (a description broken by hand) are left out, unless they would say when something is.
 * @throws CalendarError `invalid` when it is no iCalendar, ends too early or is larger than what is read
 */
export function readCalendars(text: string): IcalComponent[] {
  if (text.length > MAX_CHARACTERS) throw invalid("The calendar is larger than 5 MB.");
  const root: IcalComponent = { name: "", lines: [], components: [] };
  const open = [root];
  let count = 0;
  for (const written of unfold(text)) {
    const line = lineOf(written);
    const current = open.at(-1) ?? root;
    if (line === null) continue;
    const name = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") {
      count += 1;
      if (count > MAX_COMPONENTS || open.length > MAX_DEPTH)
        throw invalid("The calendar holds too many entries.");
      // Where it is not looked for, an event would be free.
      if (name === "VEVENT" && current.name !== "VCALENDAR")
        throw invalid("An event begins within another entry.");
      const component = { name, lines: [], components: [] };
      current.components.push(component);
      open.push(component);
    } else if (line.name === "END") {
      if (current === root || current.name !== name) throw invalid(`"END:${name}" ends nothing.`);
      open.pop();
    } else current.lines.push(line);
  }
  const calendars = root.components.filter(({ name }) => name === "VCALENDAR");
  if (open.length > 1) throw invalid("The calendar breaks off before its end.");
  if (calendars.length === 0 || calendars.length !== root.components.length)
    throw invalid("This is not an iCalendar file.");
  return calendars;
}

/** A content line, or null for what is none. @throws CalendarError when it should have said when something is */
function lineOf(text: string): IcalLine | null {
  const colon = valueColon(text);
  const [head = ""] = text.slice(0, colon < 0 ? MAX_HEAD : colon).split(/[;:]/, 1);
  const name = head.trim().toUpperCase();
  if (colon >= 0) return { name, text, value: text.slice(colon + 1) };
  if (namesThatMatter.has(name)) throw unreadable(name);
  return null;
}

/** Where the value's colon is: the first outside of quotes. */
function valueColon(text: string): number {
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ":" && !isQuoted) return index;
  }
  return -1;
}

/** A parameter of a line without its quotes, or null. @throws CalendarError when the parameters are longer than any that is right */
export function parameterOf(line: IcalLine, name: string): string | null {
  const headLength = line.text.length - line.value.length - 1;
  if (headLength === line.name.length) return null;
  if (headLength > MAX_HEAD) throw unreadable(line.name);
  const head = line.text.slice(0, headLength);
  for (const [, key = "", quoted, plain = ""] of head.matchAll(/;([^=;"]+)=(?:"([^"]*)"|([^;]*))/g))
    if (key.trim().toUpperCase() === name) return (quoted ?? plain).trim();
  return null;
}

/** All lines of a name. */
export function linesOf(component: IcalComponent, name: string): IcalLine[] {
  return component.lines.filter((line) => line.name === name);
}

/** The one line of a name, or null. @throws CalendarError when there are several */
export function lineNamed(component: IcalComponent, name: string): IcalLine | null {
  const [line = null, ...others] = linesOf(component, name);
  if (others.length > 0) throw unreadable(name);
  return line;
}

/** Lines without their folds. Any line end counts, and a mark of byte order is none of the text. */
function unfold(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]/g, "")
    .split("\n");
}

/** What is thrown for a part that cannot be understood: not knowing when is not being free. */
export function unreadable(part: string): CalendarError {
  return invalid(`The calendar holds an entry whose ${part} cannot be read.`);
}

function invalid(message: string): CalendarError {
  return new CalendarError("invalid", message);
}
