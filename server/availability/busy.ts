/** A half-open stretch of time, [startMs, endMs). */
export type Interval = { startMs: number; endMs: number };

/** Whether [startMs, endMs) meets something; successive questions must not go back in time. */
export type Meets = (startMs: number, endMs: number) => boolean;

/**
 * What in `intervals` lies within `range`, in any order and overlapping as they may, as a question.
 * Starts and ends are sorted apart, which is all it takes: an interval meets [a, b) when it starts
 * before b and does not end by a, and whatever ends by a has started before b. So comparing two
 * counts answers, and both only grow while the questions move on.
 */
export function meetsAny(intervals: readonly Interval[], range: Interval): Meets {
  const starts = new Float64Array(intervals.length);
  const ends = new Float64Array(intervals.length);
  let size = 0;
  for (const { startMs, endMs } of intervals) {
    const outside = startMs >= range.endMs || endMs <= range.startMs || endMs <= startMs;
    if (outside) continue;
    starts[size] = startMs;
    ends[size] = endMs;
    size += 1;
  }
  const sortedStarts = starts.subarray(0, size).toSorted();
  const sortedEnds = ends.subarray(0, size).toSorted();
  let started = 0;
  let ended = 0;
  return (startMs, endMs) => {
    while ((sortedStarts[started] ?? Infinity) < endMs) started += 1;
    while ((sortedEnds[ended] ?? Infinity) <= startMs) ended += 1;
    return started > ended;
  };
}
