import { visitorApi } from "@/app/_trpc/server";
import { callerCode, isRefusedInput } from "../../../caller-code";
import { requestWords } from "../../../request-words";

type Props = { params: Promise<{ bookingId: string }> };

/** A booking as a file for any calendar. The token is in the address, so nothing on the way may keep a copy. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { bookingId: id } = await params;
  const { searchParams: query } = new URL(request.url);
  const token = query.get("token") ?? "";
  const caller = await visitorApi();
  try {
    const file = await caller.bookings.ics({ id, token });
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
        "content-disposition": 'attachment; filename="booking.ics"',
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex",
      },
    });
  } catch (error) {
    const code = callerCode(error);
    const { manage } = requestWords(query, request.headers.get("accept-language")).words;
    if (code === "rate_limit_exceeded") {
      return sentence(429, manage.tooManyText);
    }
    if (code !== "unauthorized" && !isRefusedInput(error)) throw error;
    return sentence(404, manage.invalidText);
  }
}

const sentence = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
