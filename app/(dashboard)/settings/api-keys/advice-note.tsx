import { Lightbulb } from "lucide-react";
import { cn } from "@/app/_components/cn";
import type { ApiKey } from "@/server/api-keys/schema";
import { type Advice, adviceSentence, keyAdvice } from "./key-advice";

const kinds: readonly Advice[] = ["idle", "unbounded"];

type Props = { keys: readonly ApiKey[]; now: string; className?: string };

/** A sentence on each kind of key that is worth a second look, and nothing where there is none. */
export function AdviceNote({ keys, now, className }: Props) {
  const advice = keys.flatMap((key) => keyAdvice(key, new Date(now)));
  const counts = kinds.map((kind) => advice.filter((each) => each === kind).length);
  if (advice.length === 0) return null;
  return (
    <div className={cn("flex gap-2.5 text-sm text-muted", className)}>
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0" />
      <ul className="grid gap-1">
        {kinds.map((kind, index) =>
          counts[index] ? <li key={kind}>{adviceSentence(kind, counts[index])}</li> : null,
        )}
      </ul>
    </div>
  );
}
