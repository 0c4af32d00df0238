import autocannon from "autocannon";

export type Measured = { perSecond: number; p50Ms: number; p99Ms: number };

/** As many as keep one server process and its database busy on two cores. */
const connections = 10;

/** Asks one address over and over; answers other than 200 fail the bench. */
export async function getRepeatedly(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Measured> {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`);
  }
  const { p50, p99 } = result.latency;
  return { perSecond: result.requests.average, p50Ms: p50, p99Ms: p99 };
}

/** Runs `work` on each connection, over and over, until the time is up. */
export async function repeatedly(
  seconds: number,
  work: (connection: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = [];
  const endsMs = performance.now() + seconds * 1000;
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (performance.now() < endsMs) {
        const askedMs = performance.now();
        await work(connection);
        times.push(performance.now() - askedMs);
      }
    }),
  );
  const perSecond = (times.length * 1000) / (performance.now() - startedMs);
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/**
 * Measures several things in turn, a second each, so that what else the machine does meanwhile meets all of them
 * alike: measured one after the other, ratios told of that more than of us.
 */
export async function inTurns(
  measures: ((seconds: number) => Promise<Measured>)[],
  seconds: number,
): Promise<Measured[][]> {
  const measured: Measured[][] = measures.map(() => []);
  for (let round = 0; round < seconds; round += 1) {
    for (const [index, measure] of measures.entries()) {
      measured[index]?.push(await measure(1));
    }
  }
  return measured;
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export const typical = (rounds: Measured[] = []): Measured => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
});

/** How the rates of two things that were measured in turns compare, round by round. */
export const ratioOf = (rounds: Measured[] = [], limits: Measured[] = []): number =>
  median(rounds.map(({ perSecond }, round) => perSecond / (limits[round]?.perSecond ?? NaN)));

/** The connections' numbers, for who prepares something for each. */
export const connectionCount = connections;
