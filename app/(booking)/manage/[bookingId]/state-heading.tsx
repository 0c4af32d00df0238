import { useEffect, useRef } from "react";

/** The page's heading; takes focus when there are `news`, so that it is read out. */
export function StateHeading({ news, title }: { news: string | null; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (news !== null) heading.current?.focus();
  }, [news]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
      {title}
    </h1>
  );
}
