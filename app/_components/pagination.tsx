import { Button } from "./button";
import { ButtonLink } from "./button-link";

export type LoadMoreProps = {
  /** How many rows are on screen. */
  shown: number;
  /** What they are, in the plural: "bookings". */
  noun: string;
  hasMore: boolean;
} & ({ href: string } | { onLoadMore: () => void; loading: boolean });

/** Under a list that comes in pages: how much is shown, and the way to more. */
export function LoadMore(props: LoadMoreProps) {
  const { shown, noun, hasMore } = props;
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 py-3 text-sm text-muted">
      <output className="tabular-nums">
        {hasMore ? `The first ${shown} ${noun}` : `All ${shown} ${noun}`}
      </output>
      {hasMore &&
        ("href" in props ? (
          <ButtonLink href={props.href} size="sm">
            Load more
          </ButtonLink>
        ) : (
          <Button onClick={props.onLoadMore} loading={props.loading} size="sm">
            Load more
          </Button>
        ))}
    </div>
  );
}
