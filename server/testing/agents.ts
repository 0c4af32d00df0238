import { expect } from "vitest";
import { z } from "zod";
import { env } from "../env";
import { answerMcp } from "../mcp/inbound";
import type { RestResponse } from "../rest";

const Answer = z.object({
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});
const ToolResult = z.object({
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  isError: z.boolean().optional(),
});
const Said = z.record(z.string(), z.unknown());

type Headers = Record<string, string>;

export const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });

/** Sends a message to the agents' door, as a client of it does. */
export async function post(
  message: object,
  headers: Headers = {},
  { method = "POST", ipAddress = "192.0.2.7" } = {},
): Promise<RestResponse> {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, ...message }));
  return await answerMcp({
    method,
    headers: new Headers({
      host: new URL(env.PUBLIC_URL).host,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    }),
    readBody: async (maxBytes) => (body.length > maxBytes ? null : body),
    ipAddress,
  });
}

/** The message of an answer, which comes as JSON or as a stream with one event. */
export function messageOf(text: string | null) {
  const data = /^data: (.*)$/m.exec(text ?? "")?.[1] ?? text ?? "";
  return Answer.parse(JSON.parse(data));
}

export const toolCall = (name: string, input: object) => ({
  method: "tools/call",
  params: { name, arguments: input },
});

/** What a tool said in an answer. */
export function saidIn({ body }: RestResponse) {
  const { content, isError = false } = ToolResult.parse(messageOf(body).result);
  return { isError, said: Said.parse(JSON.parse(content[0].text)) };
}

/** Asks with a key for what is no tool. */
export async function ask(key: string, method: string, params: object) {
  const response = await post({ method, params }, bearer(key));
  expect(response.status).toBe(200);
  return messageOf(response.body);
}

/** Uses a tool with a key. */
export async function use(key: string, name: string, input: object) {
  const response = await post(toolCall(name, input), bearer(key));
  expect(response.status).toBe(200);
  return saidIn(response);
}
