import { overHttp } from "../over-http";
import { knock } from "../rest";
import type { Transport } from "../transport";
import { beyondPrism, isUnsendable } from "./beyond-prism";
import { holdToDocument } from "./hold";

/**
 * A way to the door on `ownPort` through Prism's proxy, which compares requests and answers with the OpenAPI document.
 * @throws where they differ
 */
export function throughPrism(prismPort: number, ownPort: number): Transport {
  return async (request) => {
    if (isUnsendable(request)) return await knock(request);
    if (beyondPrism(request) !== null) return await overHttp(ownPort, request);
    const headers = { ...request.headers, "x-test-upstream": String(ownPort) };
    const answer = await overHttp(prismPort, { ...request, headers });
    holdToDocument(request, answer);
    const { "sl-violations": _, ...own } = answer.headers;
    return { ...answer, headers: own };
  };
}
