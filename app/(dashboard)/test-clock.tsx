"use client";

import { ClockIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { formatInstant } from "@/app/_components/format-instant";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { TestClock as Clock } from "@/server/test-clock/schema";

const steps = [
  { label: "An hour ahead", minutes: 60 },
  { label: "A day ahead", minutes: 1_440 },
  { label: "A week ahead", minutes: 7 * 1_440 },
  { label: "30 days ahead", minutes: 30 * 1_440 },
];

/** What time it is on the test side, and the way to move it: notice, windows and expiry follow at once. */
export function TestClock({ clock, timeZone }: { clock: Clock; timeZone: string }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [pending, setPending] = useState(false);
  async function change(work: () => Promise<unknown>) {
    setPending(true);
    try {
      await work();
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
    setPending(false);
  }
  const shown = formatInstant(new Date(clock.now), "date-time", { timeZone, locale: "en-US" });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        disabled={pending}
        className="inline-flex items-center gap-1.5 rounded-md border border-on-test/30 px-2 py-0.5 hover:bg-on-test/10 disabled:opacity-60"
      >
        <ClockIcon aria-hidden className="size-3.5" />
        <span suppressHydrationWarning>{clock.is_real ? "Real time" : shown}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>Time of the test side</DropdownMenuLabel>
        {steps.map(({ label, minutes }) => (
          <DropdownMenuItem
            key={label}
            onSelect={() =>
              void change(() => client.testClock.move.mutate({ advance_minutes: minutes }))
            }
          >
            {label}
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem
          disabled={clock.is_real}
          onSelect={() => void change(() => client.testClock.reset.mutate({}))}
        >
          Back to the real time
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
