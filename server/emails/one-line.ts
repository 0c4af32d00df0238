/** Text as it may stand in a header: line breaks and other control characters become spaces. */
export const oneLine = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what must not get through
  text.replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
