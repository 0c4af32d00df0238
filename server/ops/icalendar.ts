import { execFileSync } from "node:child_process";
import { installDebianPackages } from "./debian";

const python = "/usr/bin/python3";

/** Whether Python with its icalendar package is here: an independent reader of what we invite with. */
export function hasPythonIcalendar(): boolean {
  try {
    execFileSync(python, ["-c", "import icalendar"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's when there is none and we are root. @returns what the tests will use, or that one is skipped */
export async function providePythonIcalendar(): Promise<string> {
  if (!hasPythonIcalendar()) {
    await installDebianPackages("python3-icalendar");
  }
  return hasPythonIcalendar()
    ? "python3-icalendar"
    : "none here: the test that needs python3-icalendar is SKIPPED";
}

/** A few properties of the first event in an iCalendar file, as Python's icalendar reads them. */
export function readByPython(ics: string): Record<string, string> {
  const program = `
import sys, json
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
event = calendar.walk("VEVENT")[0]
people = event.get("attendee")
people = people if isinstance(people, list) else [people]
print(json.dumps({
  "method": str(calendar["method"]), "uid": str(event["uid"]), "status": str(event["status"]),
  "sequence": str(event["sequence"]), "start": event["dtstart"].dt.isoformat(),
  "organizer": str(event["organizer"]).lower(), "attendees": ",".join(sorted(str(each).lower() for each in people)),
}))`;
  const output = execFileSync(python, ["-c", program], { input: ics, encoding: "utf8" });
  return Object.fromEntries(
    Object.entries<unknown>(JSON.parse(output)).map(([name, value]) => [name, String(value)]),
  );
}
