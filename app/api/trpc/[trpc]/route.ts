import { requestFacts, sessionUserId } from "@/app/_trpc/session";
import { fetchTrpc } from "@/server/trpc-fetch";

async function handler(request: Request): Promise<Response> {
  return await fetchTrpc(request, { userId: sessionUserId, facts: await requestFacts() });
}

export { handler as GET, handler as POST };
