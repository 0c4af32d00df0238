/** How many tests, or steps that count as one, have passed and failed so far. */
export class Tally {
  passed = 0;
  failed = 0;

  add(passed: number, failed: number): void {
    this.passed += passed;
    this.failed += failed;
  }

  /** The last line of `npm test`: what reads it counts on exactly these words. */
  get line(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
