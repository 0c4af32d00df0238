import { type ReactNode, useEffect, useRef } from "react";

/** The heading of what has just opened in the page; takes focus, so that it is read out and Tab goes on from it. */
export function FocusedHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
      {children}
    </h2>
  );
}
