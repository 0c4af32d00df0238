import { cn } from "./cn";

const sizes = { sm: "size-6 text-[0.625rem]", md: "size-8 text-xs", lg: "size-10 text-base" };

/** Initials on a quiet ground. The name itself belongs beside it, so it is hidden from screen readers. */
export function Avatar({
  name,
  size = "md",
  className,
}: {
  name: string;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-text select-none",
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last word, by grapheme, so that no emoji is cut in two. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map(firstGrapheme).join("").toLocaleUpperCase("en");
}

function firstGrapheme(word = ""): string {
  const [first] = new Intl.Segmenter("en").segment(word);
  return first?.segment ?? "";
}
