import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingWebhook() {
  return (
    <Loading label="Loading the webhook">
      <PageHeader
        title={<Skeleton className="h-7 w-64" />}
        breadcrumb={[{ label: "Webhooks", href: "/webhooks" }]}
      />
      <SkeletonTable rows={6} />
    </Loading>
  );
}
