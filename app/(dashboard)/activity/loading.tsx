import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingActivity() {
  return (
    <Loading label="Loading activity">
      <PageHeader title="Activity" />
      <Skeleton className="h-16" />
      <SkeletonTable rows={8} />
    </Loading>
  );
}
