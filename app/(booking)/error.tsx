"use client";

import { Button } from "@/app/_components/button";
import { NoticeCard } from "./notice-card";
import { useWords } from "./words/use-words";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const { words } = useWords();
  return (
    <NoticeCard title={words.page.broken}>
      {words.page.brokenText}
      {error.digest !== undefined && (
        <span className="mt-3 block text-base">
          {words.page.reference} <code className="font-mono">{error.digest}</code>
        </span>
      )}
      <span className="mt-4 block">
        <Button onClick={retry}>{words.page.tryAgain}</Button>
      </span>
    </NoticeCard>
  );
}
