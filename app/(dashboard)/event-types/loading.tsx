import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingEventTypes() {
  return (
    <Loading label="Loading event types">
      <PageHeader title="Event types" actions={<Skeleton className="h-9 w-40" />} />
      <SkeletonTable rows={4} />
    </Loading>
  );
}
