import { PageHeader } from "@/app/_components/page-header";
import { Loading, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingWebhooks() {
  return (
    <Loading label="Loading webhooks">
      <PageHeader title="Webhooks" />
      <SkeletonTable rows={4} />
    </Loading>
  );
}
