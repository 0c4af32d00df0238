/** What follows from an account that cannot be read, for whom it is about. */
export const consequence = (whose: string | null): string =>
  whose === null
    ? "Until it can be read, you count as busy: no time with you is offered."
    : `Until it can be read, ${whose} counts as busy: no time with them is offered.`;
