import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../server/ops/ports.mjs";
import { addDays, civilDateAt } from "../server/time";
import { startBareNext } from "./bare-next";
import { measureBooking, measureRawInserts } from "./bookings.bench";
import { addMass, addTenant, bookSome, openAlways, type Tenant } from "./data";
import { benchCalendars } from "./calendars.bench";
import { benchHosts } from "./hosts.bench";
import { connectionCount, getRepeatedly, inTurns, type Measured, ratioOf, typical } from "./load";
import { benchWebhooks } from "./webhooks.bench";

export type HttpRow = Measured & { name: string; ratio?: number; aim?: string; met?: boolean };

const seconds = 6;

type Places = { base: string; databaseUrl: string; folder: string; say: (text: string) => void };

/** Requests a second of the real server against its limits, in one run on one machine. Takes some five minutes. */
export async function benchHttp(places: Places, mass: number): Promise<HttpRow[]> {
  const { base, databaseUrl, folder, say } = places;
  say("seeding 200 bookings");
  const tenant = await addTenant(30);
  const start = addDays(civilDateAt("America/New_York", Date.now()), 1);
  const end = addDays(start, 29);
  await bookSome(tenant, 200, start, end);
  const availability = `${base}/v1/availability?event_type_id=${tenant.eventTypeId}&start=${start}&end=${end}`;
  const answerFile = join(folder, "answer.json");
  await writeFile(answerFile, await (await fetch(availability)).text());
  say("building the bare Next app");
  const bare = await startBareNext(answerFile, await freePort());
  const bookers = await Promise.all(Array.from({ length: connectionCount }, () => addTenant(5)));
  for (const booker of bookers) {
    await openAlways(booker);
  }
  try {
    say("measuring requests");
    const rows = await ratios(bare.url, availability, tenant, { base, databaseUrl, bookers });
    say("measuring a hundred hosts");
    rows.push(...(await benchHosts(base, { start, end, seconds })));
    say("measuring calendars");
    rows.push(...(await benchCalendars(base, { start, end, seconds })));
    say("measuring webhooks");
    rows.push(...(await benchWebhooks(base, seconds)));
    await addMass(1_000, () => {});
    const small = await latencies(availability, base, bookers);
    await addMass(mass, (done) => {
      if (done % 50_000 === 0) {
        say(`${done.toLocaleString("en")} of ${mass.toLocaleString("en")} bookings`);
      }
    });
    const large = await latencies(availability, base, bookers);
    return [...rows, ...growth(small, large, mass)];
  } finally {
    bare.stop();
  }
}

async function ratios(
  bareUrl: string,
  availability: string,
  { key }: Tenant,
  { base, databaseUrl, bookers }: { base: string; databaseUrl: string; bookers: Tenant[] },
): Promise<HttpRow[]> {
  const authorization = `Bearer ${key}`;
  await getRepeatedly(bareUrl, 2);
  await getRepeatedly(availability, 2);
  const [bare, withoutKey, withKey] = await inTurns(
    [
      (turn) => getRepeatedly(bareUrl, turn),
      (turn) => getRepeatedly(availability, turn),
      (turn) => getRepeatedly(availability, turn, { authorization }),
    ],
    seconds,
  );
  // Both sides have planned their statements and compiled their code before they are measured.
  await measureRawInserts(databaseUrl, bookers, 2);
  await measureBooking(base, bookers, 3);
  await measureBooking(base, bookers, 2, { isIdempotent: true });
  const [raw, booking, once] = await inTurns(
    [
      (turn) => measureRawInserts(databaseUrl, bookers, turn),
      (turn) => measureBooking(base, bookers, turn),
      (turn) => measureBooking(base, bookers, turn, { isIdempotent: true }),
    ],
    2 * seconds,
  );
  return [
    { name: "bare Next route, same bytes", ...typical(bare) },
    against("GET /v1/availability, no key", withoutKey, bare, 0.4),
    against("GET /v1/availability, key", withKey, bare, 0.4),
    { name: "raw SQL: lock, 4 inserts, commit", ...typical(raw) },
    against("POST /v1/bookings", booking, raw, 0.35),
    against("the same with Idempotency-Key, against without", once, booking, 0.7),
  ];
}

function against(
  name: string,
  rounds: Measured[] | undefined,
  limits: Measured[] | undefined,
  aim: number,
): HttpRow {
  const ratio = ratioOf(rounds, limits);
  return { name, ...typical(rounds), ratio, aim: `≥ ${aim}`, met: ratio >= aim };
}

type Latencies = { availability: Measured; booking: Measured };

async function latencies(
  availability: string,
  base: string,
  bookers: Tenant[],
): Promise<Latencies> {
  const fresh = await Promise.all(bookers.map(() => addTenant(5)));
  for (const booker of fresh) {
    await openAlways(booker);
  }
  await measureBooking(base, fresh, 2);
  return {
    availability: await getRepeatedly(availability, seconds),
    booking: await measureBooking(base, fresh, seconds),
  };
}

function growth(small: Latencies, large: Latencies, mass: number): HttpRow[] {
  return (["availability", "booking"] as const).map((name) => {
    const ratio = large[name].p50Ms / small[name].p50Ms;
    const title = `${name} among ${mass.toLocaleString("en")} bookings, p50 against 1,000`;
    return { name: title, ...large[name], ratio, aim: "≤ 1.3", met: ratio <= 1.3 };
  });
}
