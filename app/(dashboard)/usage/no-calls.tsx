import { ChartColumnIcon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";
import type { UsageSummary } from "@/server/usage/schema";
import { periodLabels } from "./period";

type Props = { period: UsageSummary["period"]; mode: "live" | "test" };

export function NoCalls({ period, mode }: Props) {
  return (
    <EmptyState
      icon={<ChartColumnIcon />}
      title={`No API calls in the last ${periodLabels[period]}`}
      action={
        <ButtonLink href="/settings/api-keys" variant="primary">
          Go to API keys
        </ButtonLink>
      }
    >
      Calls with a {mode} key appear here by day, within a second of being answered.
    </EmptyState>
  );
}
