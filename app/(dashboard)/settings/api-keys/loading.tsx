import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingApiKeys() {
  return (
    <Loading label="Loading API keys">
      <PageHeader title="API Keys" actions={<Skeleton className="h-9 w-32" />} />
      <SkeletonTable rows={4} />
    </Loading>
  );
}
