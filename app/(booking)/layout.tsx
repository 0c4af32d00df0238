import type { ReactNode } from "react";
import { Brand } from "@/app/_components/brand";
import { LanguageChoice } from "./language-choice";
import { requestWords } from "./request-words";
import { WordsProvider } from "./words/use-words";

/** Around the pages that invitees see. They call procedures by `visitor-client.ts`, with no session. */
export default async function BookingLayout({ children }: { children: ReactNode }) {
  const spoken = await requestWords();
  return (
    // The root has it too (app/layout.tsx), but stays as it is when somebody comes from a page of another language.
    <div lang={spoken.language} className="flex min-h-dvh flex-col">
      <WordsProvider spoken={spoken}>
        <div className="flex-1 md:px-4 md:py-10">{children}</div>
        <footer className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2 px-4 py-6 text-faint">
          <span className="inline-flex items-center gap-1.5 text-sm">
            {spoken.words.page.by} <Brand className="text-sm font-medium [&>svg]:size-4" />
          </span>
          <LanguageChoice />
        </footer>
      </WordsProvider>
    </div>
  );
}
