/** A half-open stretch of time, [startMs, endMs). */
export type Interval = { startMs: number; endMs: number };

/** Time a host does not have. `core` is the same without its own buffers, to explain refusals. */
export type Busy = Interval & {
  reason: "booked" | "external_calendar" | "calendar_unreachable";
  core?: Interval;
};

/**
 * Someone who could take the meeting; `busy` in any order, overlapping as it may. `off` is outside their own hours, which
 * buffers may reach into, as they may over the edge of the event type's.
 */
export type Host = { hostId: string; busy: Busy[]; off?: Interval[] };

/** What a slot takes of a host's time around its start. */
export type Footprint = { bufferBeforeMs: number; durationMs: number; bufferAfterMs: number };

/**
 * Who is free for a slot and its buffers, in the order given, for starts within `range` that must be
 * asked for in ascending order. The answers share one array while everyone is free.
 */
export function hostsFree(hosts: readonly Host[], footprint: Footprint, range: Interval) {
  const beforeMs = footprint.bufferBeforeMs;
  const afterMs = footprint.durationMs + footprint.bufferAfterMs;
  const reach = { startMs: range.startMs - beforeMs, endMs: range.endMs + afterMs };
  const everyone = hosts.map(({ hostId }) => hostId);
  const calendars = hosts.map(({ hostId, busy, off = [] }) => ({
    hostId,
    isBusy: meetsAny(busy, reach),
    isOff: off.length === 0 ? null : meetsAny(off, reach),
  }));
  return (startMs: number): string[] => {
    const free: string[] = [];
    for (const { hostId, isBusy, isOff } of calendars) {
      if (isBusy(startMs - beforeMs, startMs + afterMs)) continue;
      if (isOff === null || !isOff(startMs, startMs + footprint.durationMs)) free.push(hostId);
    }
    return free.length === everyone.length ? everyone : free;
  };
}

/**
 * Why no host is free, for starts within `range` in ascending order: the first of these reasons that
 * any host has. Where no meeting meets another, but only their buffers, it is "buffer"; before that, who could take it is
 * outside their own hours.
 */
export function busyReason(hosts: readonly Host[], { durationMs }: Footprint, range: Interval) {
  const reach = { startMs: range.startMs, endMs: range.endMs + durationMs };
  const busy = hosts.flatMap((host) => host.busy);
  const reasons = (["booked", "external_calendar", "calendar_unreachable"] as const).map(
    (reason) => {
      const because = busy.filter((interval) => interval.reason === reason);
      const cores = because.map((interval) => interval.core ?? interval);
      return { reason, meets: meetsAny(cores, reach) };
    },
  );
  const isOff = meetsAny(
    hosts.flatMap(({ off = [] }) => off),
    reach,
  );
  return (startMs: number): Busy["reason"] | "host_hours" | "buffer" => {
    const endMs = startMs + durationMs;
    const reason = reasons.find(({ meets }) => meets(startMs, endMs))?.reason;
    return reason ?? (isOff(startMs, endMs) ? "host_hours" : "buffer");
  };
}

/**
 * Whether a stretch of time meets any of `intervals` that reach into `range`; neither end of the
 * stretch may go back from one question to the next. Starts and ends are sorted apart, which is all
 * it takes: an interval meets [a, b) when it starts before b and does not end by a, and whatever ends
 * by a has started before b. So two counts answer, and both only grow.
 */
function meetsAny(intervals: readonly Interval[], range: Interval) {
  const starts = new Float64Array(intervals.length);
  const ends = new Float64Array(intervals.length);
  let size = 0;
  for (const { startMs, endMs } of intervals) {
    if (startMs >= range.endMs || endMs <= range.startMs || endMs <= startMs) continue;
    starts[size] = startMs;
    ends[size] = endMs;
    size += 1;
  }
  const sortedStarts = starts.subarray(0, size).toSorted();
  const sortedEnds = ends.subarray(0, size).toSorted();
  let started = 0;
  let ended = 0;
  return (startMs: number, endMs: number): boolean => {
    while ((sortedStarts[started] ?? Infinity) < endMs) started += 1;
    while ((sortedEnds[ended] ?? Infinity) <= startMs) ended += 1;
    return started > ended;
  };
}
