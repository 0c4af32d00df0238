"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

const pauseMs = 1_200;
/** What takes longer hangs, and its page is left as it is until somebody asks. */
const maxRounds = 15;

/** Renders the page anew, again and again, while something is about to happen; one rendering after the other. */
export function useRefresh(isWaiting: boolean): void {
  const router = useRouter();
  const rounds = useRef(0);
  const [isRendering, startRendering] = useTransition();
  useEffect(() => {
    if (!isWaiting) rounds.current = 0;
    if (!isWaiting || isRendering || rounds.current >= maxRounds) return undefined;
    const timer = setTimeout(() => {
      rounds.current += 1;
      startRendering(() => router.refresh());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [isWaiting, isRendering, router]);
}
