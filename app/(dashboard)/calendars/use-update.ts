"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { toast } from "sonner";
import type { z } from "zod";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { UpdateCalendar } from "@/server/calendars/schema";

/** Saves a choice at once; several, one after the other, as they were made. @returns whether it is saved */
export function useUpdate() {
  const router = useRouter();
  const client = useTrpcClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return async (input: z.input<typeof UpdateCalendar>): Promise<boolean> => {
    const before = last.current;
    const saving = (async () => {
      await before;
      try {
        await client.calendars.update.mutate(input);
        return true;
      } catch (error) {
        toast.error(pageError(error).message);
        return false;
      }
    })();
    last.current = saving;
    const isSaved = await saving;
    router.refresh();
    return isSaved;
  };
}
