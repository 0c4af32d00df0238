import { CalendarError } from "./provider";

// A step is a day or a time that is looked at: some 50 ns to 1 µs. A rule without a count is looked at only around the range, so that a
// daily one of 1990 takes as many steps as one of today; one with a count is followed from its start, daily for 500 years. A day of an
// endless FREQ=SECONDLY (86,400) fits, a week does not.
const MAX_STEPS_OF_EVENT = 200_000;
// 5 MB hold some 12,000 events; were all of them weekly, 60 days of them took 1,200,000 steps. Spent, this is some two seconds.
const MAX_STEPS = 4_000_000;

/** What may be spent on one text, as whoever wrote it may mean harm. */
export class Budget {
  #left = MAX_STEPS;
  #leftOfEvent = MAX_STEPS_OF_EVENT;

  /** Begins the next event, or the next zone. */
  next(): void {
    this.#leftOfEvent = MAX_STEPS_OF_EVENT;
  }

  /** @throws CalendarError `invalid` when it is spent: what was not looked at is not free */
  spend(steps: number): void {
    this.#left -= steps;
    this.#leftOfEvent -= steps;
    if (this.#left < 0 || this.#leftOfEvent < 0)
      throw new CalendarError("invalid", "The calendar repeats entries more often than is read.");
  }
}
