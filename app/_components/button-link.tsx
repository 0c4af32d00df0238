import Link from "next/link";
import { ButtonAnchor, type ButtonAnchorProps } from "./button-anchor";

// Apart from ButtonAnchor, so that a page without links of Next's does not load them (5 kB).

/** A link that looks like a button: for going somewhere, where Button is for doing something. */
export const ButtonLink = (props: Omit<ButtonAnchorProps, "as">) => (
  <ButtonAnchor {...props} as={Link} />
);
