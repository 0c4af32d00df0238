import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton } from "@/app/_components/skeleton";

export default function LoadingUsage() {
  return (
    <Loading label="Loading usage">
      <PageHeader title="Usage" />
      <Skeleton className="h-44" />
      <Skeleton className="h-10 w-64" />
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </Loading>
  );
}
