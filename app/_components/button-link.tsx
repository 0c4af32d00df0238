import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

import { type ButtonLook, buttonStyles } from "./button";
import { cn } from "./cn";

export type ButtonLinkProps = Pick<
  ComponentProps<"a">,
  "id" | "target" | "rel" | "download" | "className" | "children" | "aria-label"
> &
  ButtonLook & {
    href: string;
    icon?: ReactNode;
    /** For what is no page of this app: a file, an API route, another site. */
    external?: boolean;
  };

// Apart from Button, so that a page of buttons alone does not load Next's links (5 kB).

/** A link that looks like a button: for going somewhere, where Button is for doing something. */
export function ButtonLink({
  variant,
  size,
  icon,
  external = false,
  className,
  children,
  href,
  ...props
}: ButtonLinkProps) {
  const look = cn(buttonStyles({ variant, size }), className);
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  if (external) {
    return (
      <a {...props} href={href} className={look}>
        {content}
      </a>
    );
  }
  return (
    <Link {...props} href={href} className={look}>
      {content}
    </Link>
  );
}
