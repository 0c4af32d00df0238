import { answerRest } from "./rest";

/** The Web form of the REST door, for servers that run Next without server/http.ts in front. */
export async function fetchRest(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const answer = await answerRest({
    method: request.method,
    url: url.pathname + url.search,
    header: (name) => request.headers.get(name),
    readBody: (maxBytes) => readAtMost(request.body, maxBytes),
    ipAddress: null,
  });
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxBytes) {
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
