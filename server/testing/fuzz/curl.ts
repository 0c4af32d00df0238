import type { RawRequest } from "../transport";

/** Text as a shell's `$'…'`, byte by byte where it is not printable. */
const quoted = (bytes: Uint8Array): string => {
  const text = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === "'" || character === "\\") return `\\${character}`;
    return byte >= 32 && byte < 127 ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `$'${text.join("")}'`;
};

/** A run of one character or pair is what makes hostile bodies long: `$(printf 'x%.0s' {1..300})` for it. */
const squeezed = (line: string): string =>
  line.replaceAll(/(.{1,6}?)\1{63,}/g, (run, unit: string) => {
    const times = run.length / unit.length;
    return `'"$(printf ${quoted(Buffer.from(unit.replaceAll("%", "%%")))}'%.0s' {1..${times}})"$'`;
  });

/** The line that sends a request again with curl, in bash. */
export function curlOf({ method, url, headers = {}, body }: RawRequest, base: string): string {
  const parts = ["curl -i --path-as-is -X", method, quoted(Buffer.from(base + url))];
  for (const [name, value] of Object.entries(headers)) {
    // A header without a value needs a semicolon, or curl leaves it out.
    const line = value === "" ? `${name};` : `${name}: ${value}`;
    parts.push("-H", squeezed(quoted(Buffer.from(line, "latin1"))));
  }
  if (body !== undefined) parts.push("--data-binary", squeezed(quoted(Buffer.from(body))));
  return parts.join(" ");
}
