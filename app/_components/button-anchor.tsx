import type Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

import { type ButtonLook, buttonStyles } from "./button";
import { cn } from "./cn";

export type ButtonAnchorProps = Pick<
  ComponentProps<"a">,
  "id" | "target" | "rel" | "download" | "className" | "children" | "aria-label"
> &
  ButtonLook & {
    href: string;
    icon?: ReactNode;
    /** What draws it: see ButtonLink. */
    as?: "a" | typeof Link;
  };

/** A ButtonLink to what is no page of the dashboard: a hosted page, a file, an API route, another site. */
export function ButtonAnchor({
  variant,
  size,
  icon,
  className,
  children,
  as: Anchor = "a",
  ...props
}: ButtonAnchorProps) {
  return (
    <Anchor {...props} className={cn(buttonStyles({ variant, size }), className)}>
      {icon}
      {children}
    </Anchor>
  );
}
