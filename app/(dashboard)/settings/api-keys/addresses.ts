/** What was typed as addresses: one a line, or parted by commas or blanks. */
export const addressesIn = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

/** The text with one more address, once. */
export function withAddress(typed: string, address: string): string {
  const addresses = addressesIn(typed);
  return addresses.includes(address) ? typed : [...addresses, address].join("\n");
}

/**
 * Problems of single addresses as one of their field, naming each by its place and as it was typed.
 * @param details field path → problem, as the server says it
 */
export function namingAddresses(
  details: Readonly<Record<string, string>>,
  addresses: readonly string[],
): Record<string, string> {
  const others: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [path, problem] of Object.entries(details)) {
    const index = /^allowed_ips\.(\d+)$/.exec(path)?.[1];
    if (index === undefined) others[path] = problem;
    else wrong.push(`address ${Number(index) + 1} (${addresses[Number(index)] ?? ""}) ${problem}`);
  }
  return wrong.length === 0 ? others : { ...others, allowed_ips: wrong.join("; ") };
}
