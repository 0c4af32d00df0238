import { lookup, Resolver } from "node:dns/promises";

/** All addresses of a host name. @throws when it has none, or nobody answers */
export type Resolve = (hostName: string) => Promise<string[]>;

/** Well below the deadline of any call; a resolver that is asked twice doubles it. */
const resolver = new Resolver({ timeout: 1_500, tries: 2 });

/**
 * Asks the name servers themselves. The system's own look-up (getaddrinfo) would occupy one of the process's four
 * helper threads meanwhile, so that a few names whose servers never answer would hold up everything.
 */
export const resolvePublic: Resolve = async (hostName) => {
  const answers = await Promise.allSettled([
    resolver.resolve4(hostName),
    resolver.resolve6(hostName),
  ]);
  const addresses = answers.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  const [first] = answers;
  if (addresses.length === 0 && first.status === "rejected") {
    throw first.reason;
  }
  return addresses;
};

/** As the system does it, which knows `localhost` and the names of /etc/hosts. */
export const resolveLocally: Resolve = async (hostName) =>
  (await lookup(hostName, { all: true })).map(({ address }) => address);
