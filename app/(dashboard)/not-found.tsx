import { SearchXIcon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

/** For what has no such page of its own: inside of the dashboard's frame, so that the way to its other pages stays. */
export default function DashboardNotFound() {
  return (
    <EmptyState
      heading="h1"
      icon={<SearchXIcon />}
      title="There is nothing at this address"
      action={
        <ButtonLink href="/home" variant="primary">
          Go to the start page
        </ButtonLink>
      }
    >
      It may have been deleted, or it belongs to the other side of the Live/Test switch.
    </EmptyState>
  );
}
