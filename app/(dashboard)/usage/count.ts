const numbers = new Intl.NumberFormat("en-US");

/** 12345 → "12,345". */
export const formatCount = (count: number): string => numbers.format(count);

/** "1 booking", "1,200 bookings". */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`;
