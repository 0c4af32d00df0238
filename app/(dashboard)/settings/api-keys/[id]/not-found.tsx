import { KeyRound } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

export default function ApiKeyNotFound() {
  return (
    <EmptyState
      heading="h1"
      icon={<KeyRound />}
      title="There is no such key here"
      action={
        <ButtonLink href="/settings/api-keys" variant="primary">
          Go to API keys
        </ButtonLink>
      }
    >
      It may belong to the live side: in test mode there are only test keys.
    </EmptyState>
  );
}
