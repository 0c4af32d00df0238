import { requestFacts, sessionUserId } from "@/app/_trpc/session";
import { finishCalendarSignIn } from "@/server/calendars/inbound";

type Params = { params: Promise<{ provider: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { provider } = await params;
  const [userId, facts] = await Promise.all([sessionUserId(), requestFacts()]);
  return await finishCalendarSignIn(request, provider, { userId, facts });
}
