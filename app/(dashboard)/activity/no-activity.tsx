import { HistoryIcon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";
import { type Filters, hasFilters } from "./filters";

export function NoActivity({ filters, mode }: { filters: Filters; mode: "live" | "test" }) {
  if (hasFilters(filters)) {
    return (
      <EmptyState
        icon={<HistoryIcon />}
        title="Nothing matches these filters"
        action={<ButtonLink href="/activity">Show all activity</ButtonLink>}
      >
        Choose other dates, or less.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<HistoryIcon />} title={`Nothing has happened on the ${mode} side yet`}>
      Every change appears here: made by you, by an invitee, or through the API.
    </EmptyState>
  );
}
