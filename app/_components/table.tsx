/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   the rows turn into blocks and grids, which takes the implicit table roles from them in Safari */
import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";

/*
 * In a container narrower than 40rem every row becomes a card of "label: value" lines, so that nothing
 * has to be scrolled sideways. Every element states its role, so that the cards are still a table to
 * a screen reader.
 */

export function Table({
  caption,
  className,
  children,
  ...props
}: ComponentProps<"table"> & {
  /** Names the table for screen readers; it is not shown. */
  caption: string;
}) {
  return (
    <div
      className={cn(
        "@container overflow-x-auto rounded-lg border border-line bg-surface",
        className,
      )}
    >
      <table {...props} role="table" className="w-full border-collapse text-left @max-2xl:block">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="@max-2xl:sr-only">
      <tr role="row" className="border-b border-line">
        {children}
      </tr>
    </thead>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...props}
      role="columnheader"
      className={cn("h-10 px-4 text-sm font-medium whitespace-nowrap text-muted", className)}
    />
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="@max-2xl:block">
      {children}
    </tbody>
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      {...props}
      role="row"
      className={cn(
        "border-b border-line last:border-b-0 hover:bg-hover/60",
        "@max-2xl:relative @max-2xl:grid @max-2xl:gap-1.5 @max-2xl:px-4 @max-2xl:py-3.5",
        className,
      )}
    />
  );
}

export type TableCellProps = ComponentProps<"td"> & {
  /** The column's name before the value, when the row is a card. Without: the value stands alone. */
  label?: string;
  /** The cell that names the row: first line of the card, in stronger type, a row header. */
  primary?: boolean;
  /** A menu or buttons: at the right of the row, in the upper corner of the card. */
  actions?: boolean;
  numeric?: boolean;
};

export function TableCell({
  label,
  primary = false,
  actions = false,
  numeric = false,
  className,
  children,
  ...props
}: TableCellProps) {
  const look = cn(
    "px-4 py-3 align-middle @max-2xl:p-0",
    label !== undefined &&
      "@max-2xl:grid @max-2xl:grid-cols-[7.5rem_minmax(0,1fr)] @max-2xl:items-baseline @max-2xl:gap-3",
    label === undefined && "@max-2xl:block",
    primary && "text-left font-medium @max-2xl:pr-20",
    actions && "w-px whitespace-nowrap @max-2xl:absolute @max-2xl:top-2 @max-2xl:right-2",
    numeric && "tabular-nums @2xl:text-right",
    className,
  );
  const content = (
    <>
      {label !== undefined && (
        <span aria-hidden className="text-sm text-muted @2xl:hidden">
          {label}
        </span>
      )}
      {actions ? <div className="flex items-center justify-end gap-1">{children}</div> : children}
    </>
  );
  if (primary) {
    return (
      <th {...props} scope="row" role="rowheader" className={look}>
        {content}
      </th>
    );
  }
  return (
    <td {...props} role="cell" className={look}>
      {content}
    </td>
  );
}
