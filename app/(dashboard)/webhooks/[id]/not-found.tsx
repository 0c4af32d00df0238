import { Webhook } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

export default function WebhookNotFound() {
  return (
    <EmptyState
      heading="h1"
      icon={<Webhook />}
      title="There is no such webhook here"
      action={
        <ButtonLink href="/webhooks" variant="primary">
          Go to webhooks
        </ButtonLink>
      }
    >
      It was deleted, or belongs to the other side: live and test have webhooks of their own.
    </EmptyState>
  );
}
