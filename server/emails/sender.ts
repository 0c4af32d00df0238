export type Sender = { name: string; address: string };

const address = /^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/;

/** Whom mail comes from, of "address" or "Name <address>"; null when it is neither. */
export function parseSender(text: string): Sender | null {
  const [, name = "", inBrackets = text.trim()] = /^([^<>\r\n]*)<([^<>]+)>\s*$/.exec(text) ?? [];
  return address.test(inBrackets)
    ? { name: name.trim().replaceAll(/^"|"$/g, ""), address: inBrackets }
    : null;
}
