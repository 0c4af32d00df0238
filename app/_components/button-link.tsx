import Link from "next/link";
import { buttonStyles } from "./button";
import type { ButtonAnchorProps } from "./button-anchor";
import { cn } from "./cn";

// Apart from Button, so that a page of buttons alone does not load Next's links (5 kB).

/** A link that looks like a button: for going somewhere, where Button is for doing something. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...props
}: ButtonAnchorProps) {
  return (
    <Link {...props} className={cn(buttonStyles({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}
