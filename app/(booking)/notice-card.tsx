import { ButtonAnchor } from "@/app/_components/button-anchor";
import { useWords } from "./words/use-words";

export type NoticeProps = {
  title: string;
  text: string;
  /** Where it is our own fault: what to quote, and the address to try again. */
  failure?: { reference: string; tryAgain: string };
};

/** A page that has one thing to say, where nothing can be shown. */
export function NoticeCard({ title, text, failure }: NoticeProps) {
  const { page } = useWords().words;
  return (
    <main className="mx-auto grid max-w-xl gap-2 border-line bg-surface p-5 md:rounded-xl md:border md:p-8 md:shadow-sm">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="text-lg text-pretty text-muted">{text}</p>
      {failure !== undefined && (
        <>
          <p className="text-base text-muted">
            {page.reference} <code className="font-mono">{failure.reference}</code>
          </p>
          <p className="mt-2">
            <ButtonAnchor href={failure.tryAgain}>{page.tryAgain}</ButtonAnchor>
          </p>
        </>
      )}
    </main>
  );
}
