import { misleadingMember } from "../../rest-json";
import type { RawRequest } from "../transport";

/** Reserved by Prism to steer it, or lost in the object in which it keeps parameters. */
const prismsOwn = /[?&]__(server|code|dynamic|seed|example|proto__)=/;

const contentType = ({ headers = {} }: RawRequest): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";

/** What Prism makes of a JSON body, which it reads and writes anew. */
function lostBody(body: string | Uint8Array): string | null {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(body));
    value = JSON.parse(text);
    JSON.stringify(value);
  } catch {
    return "answers by itself to what is no JSON in UTF-8, or nested too deep to be written again";
  }
  if (typeof value !== "object" || value === null) return "hands on no JSON but objects and arrays";
  return misleadingMember(text) === null ? null : "keeps one of two members of a name";
}

/** Whether no client of HTTP can send this at all. */
export const isUnsendable = ({ url, headers = {} }: RawRequest): boolean =>
  /[^!-~]/.test(url) || Object.values(headers).some((value) => /[^\t -~\u0080-\u00ff]/.test(value));

/**
 * Why Prism would not hand a request on as it was sent, or the answer back as it was given; null for what it carries.
 * What it does not carry goes to the door directly.
 */
export function beyondPrism(request: RawRequest): string | null {
  const { method, url, body } = request;
  const [path = ""] = url.split("?", 1);
  if (method === "HEAD") return "looks for the JSON that the headers of HEAD's answer announce";
  if (new URL(path, "http://host").pathname !== path || path.includes("//")) {
    return "tidies addresses up";
  }
  if (prismsOwn.test(url)) return "takes such parameters for its own";
  if (/charset="?(?!utf-8)/i.test(contentType(request))) return "decodes other charsets itself";
  const isJson = /^application\/json/i.test(contentType(request));
  return isJson && body !== undefined && body.length > 0 ? lostBody(body) : null;
}
