import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingApiKey() {
  return (
    <Loading label="Loading the key">
      <PageHeader
        title={<Skeleton className="h-7 w-48" />}
        breadcrumb={[{ label: "API Keys", href: "/settings/api-keys" }]}
      />
      <Skeleton className="h-64 w-full" />
      <SkeletonTable rows={6} />
    </Loading>
  );
}
