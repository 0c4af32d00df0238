declare module "*.mdx" {
  import type { ReactNode } from "react";

  /** The headings, in order (server/docs/remark-guide.mjs). */
  export const outline: readonly { id: string; text: string; depth: number }[];
  export default function Content(): ReactNode;
}
