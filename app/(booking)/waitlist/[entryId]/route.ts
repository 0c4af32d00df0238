import { answerPage, notice, type Visit } from "../../answer-page";
import { callerCode, isRefusedInput } from "../../caller-code";

type Context = { params: Promise<{ entryId: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return await answerPage(async (visit) => {
    const { entryId } = await params;
    const token = visit.query.get("token") ?? "";
    const found = await entryFor(visit, entryId, token);
    const { waitlist, manage } = visit.spoken.words;
    const head = { title: waitlist.title, robots: "noindex, nofollow" } as const;
    if (found === null) return notice(404, head, [manage.invalid, waitlist.invalidText]);
    const zone = visit.zone ?? found.entry.invitee_timezone;
    return { head, content: { view: "wait", found, token, zone, nowMs: visit.nowMs } };
  });
}

async function entryFor({ api }: Visit, id: string, token: string) {
  try {
    return await api.waitlist.getForGuest({ id, token });
  } catch (error) {
    if (callerCode(error) === "unauthorized" || isRefusedInput(error)) return null;
    throw error;
  }
}
