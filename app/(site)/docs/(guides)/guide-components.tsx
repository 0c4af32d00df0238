/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

import { Code } from "./code";
import { ErrorStatus } from "./error-status";
import { KeyedEndpoints } from "./endpoints";
import { Example } from "./example";
import { Note } from "./note";
import { PlanTable, PublicLimit } from "./plans";
import { ScopeList } from "./scopes";

/** A heading that can be linked to. */
function heading(Level: "h2" | "h3") {
  return function Heading({ id, children }: { id?: string; children?: ReactNode }) {
    return (
      <Level id={id}>
        <a href={`#${id}`} className="anchor">
          {children}
        </a>
      </Level>
    );
  };
}

/** Guides are reached by the router, the API reference and other places by a new page. */
function Anchor({ href = "", children }: ComponentProps<"a">) {
  return /^\/docs(?!\/api)/.test(href) ? (
    <Link href={href}>{children}</Link>
  ) : (
    <a href={href}>{children}</a>
  );
}

function Table(props: ComponentProps<"table">) {
  return (
    <div className="table-frame" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** What stands for Markdown in the guides, and what they may use besides. */
export const guideComponents = {
  a: Anchor,
  h2: heading("h2"),
  h3: heading("h3"),
  table: Table,
  Code,
  ErrorStatus,
  Example,
  KeyedEndpoints,
  Note,
  PlanTable,
  PublicLimit,
  ScopeList,
};
