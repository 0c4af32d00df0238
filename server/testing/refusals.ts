import { fingerprint, type TestOrganization } from "./factories";
import { type CallOptions, type OperationName, refused } from "./rest";

/** Text that no name, note or title may hold, with what makes it so. */
export const unprintable: [why: string, text: string][] = [
  ["a NUL", "a\u0000b"],
  ["a lone high surrogate", "a\ud800b"],
  ["a lone low surrogate", "a\udc00b"],
  ["surrogates the wrong way round", "\udc00\ud800"],
  ["an escape character", "a\u001bb"],
  ["a backspace", "a\u0008b"],
  ["a delete character", "a\u007fb"],
];

/** Text that is not one line. */
export const severalLines: [why: string, text: string][] = [
  ["a line feed", "a\nb"],
  ["a carriage return", "a\r\nBcc: b@example.com"],
  ["a tab", "a\tb"],
];

/**
 * What a refused call says of a field, after holding it to be a validation_error that changed nothing.
 * @throws when it is anything else, or does not name the field
 */
export async function problemOf(
  organization: TestOrganization,
  name: OperationName,
  options: CallOptions,
  field: string,
): Promise<string> {
  const before = await fingerprint(organization);
  const { status, code, details = {} } = await refused(name, options);
  if (status !== 400 || code !== "validation_error") throw new Error(`answered ${status} ${code}`);
  if ((await fingerprint(organization)) !== before) throw new Error("a refusal changed something");
  const problem = Object.hasOwn(details, field) ? details[field] : undefined;
  if (problem === undefined) throw new Error(`names ${Object.keys(details).join(", ")}`);
  return problem;
}
