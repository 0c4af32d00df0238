/** Fixed windows of the UTC calendar: a minute begins at second 0, a day at midnight. */
export type Limit = {
  /** What is counted; part of the key, so that two limits of one name and window share their counts. */
  name: string;
  window: "1m" | "15m" | "1h" | "24h";
  limit: number;
};

/** How a caller stands in a window. */
export type Standing = Limit & { remaining: number; resetMs: number; isFull: boolean };

/** A place where the running windows are counted. */
export type Windows = {
  /** Counts calls, whether there is room for them or not. */
  count: (limit: Limit, id: string, calls: number) => Standing | Promise<Standing>;
  /** How a caller stands, without counting anything. */
  look: (limit: Limit, id: string) => Standing | Promise<Standing>;
};

export const lengthMs: Record<Limit["window"], number> = {
  "1m": 60_000,
  "15m": 900_000,
  "1h": 3_600_000,
  "24h": 86_400_000,
};
