import "server-only";
import { cookies, headers } from "next/headers";
import { parseTheme, themeCookie } from "@/app/_components/theme";
import { notePageFailure, visitorApi } from "@/app/_trpc/server";
import { requestNonce, requestPath } from "@/app/_trpc/session";
import { isTimeZone } from "@/server/time";
import type { Head } from "./document";
import { renderDocument } from "./generated/render.mjs";
import type { Content } from "./hosted-page";
import { requestWords } from "./request-words";
import type { Spoken } from "./words/use-words";
import { rememberedZone, zoneCookieName } from "./zone-memory";

/** Who asks for a hosted page, and how. */
export type Visit = {
  /** Calls procedures as anyone may, whoever is signed in. */
  api: Awaited<ReturnType<typeof visitorApi>>;
  query: URLSearchParams;
  spoken: Spoken;
  /** The zone that the browser remembers, if it is one that we can compute with. */
  zone: string | null;
  nowMs: number;
};

export type Answer = {
  /** 200 where nothing else is said. */
  status?: number;
  head: Head;
  content: Content;
};

/** A page that has one thing to say. */
export const notice = (
  status: number,
  head: Head,
  [title, text]: readonly [title: string, text: string],
): Answer => ({ status, head, content: { view: "notice", title, text } });

/**
 * Answers the request for a page that an invitee sees. It is rendered outside of Next's client, of which a stranger's
 * phone would have to load a hundred kilobytes (server/ops/hosted-pages.ts).
 */
export async function answerPage(make: (visit: Visit) => Promise<Answer>): Promise<Response> {
  const [path, jar, sent] = await Promise.all([requestPath(), cookies(), headers()]);
  const { pathname, searchParams: query } = new URL(path, "http://own.invalid");
  const spoken = requestWords(query, sent.get("accept-language"));
  const zone = rememberedZone(jar.get(zoneCookieName)?.value, isTimeZone);
  const {
    status = 200,
    head,
    content,
  } = await visitorApi()
    .then((api) => make({ api, query, spoken, zone, nowMs: Date.now() }))
    .catch((error: unknown) => failed(notePageFailure(error, pathname), path, spoken));
  const html = renderDocument({
    head,
    content,
    spoken,
    address: path,
    theme: parseTheme(jar.get(themeCookie)?.value),
    nonce: await requestNonce(),
  });
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}

function failed(
  { status, reference }: ReturnType<typeof notePageFailure>,
  path: string,
  { words: { page } }: Spoken,
): Answer {
  return {
    status,
    head: { title: page.broken, robots: "noindex" },
    content: {
      view: "notice",
      title: page.broken,
      text: page.brokenText,
      failure: { reference, tryAgain: path },
    },
  };
}
