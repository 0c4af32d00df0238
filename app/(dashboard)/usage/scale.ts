/** Steps between two lines of a chart, times a power of ten. */
const steps = [1, 2, 2.5, 5, 10];

/** How many steps a chart's height should roughly have. */
const wanted = 4;

/**
 * Round numbers from 0 to the first one that is not below `max`: where a chart of counts has its lines. Whole numbers
 * only, since nothing is counted by halves.
 */
export function ticksUpTo(max: number): number[] {
  const rough = Math.max(max, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = steps.find((each) => each * power >= rough) ?? 10;
  const step = Math.ceil(factor * power);
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
