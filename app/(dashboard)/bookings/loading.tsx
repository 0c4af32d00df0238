import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingBookings() {
  return (
    <Loading label="Loading bookings">
      <PageHeader title="Bookings" />
      <Skeleton className="h-10 w-64" />
      <SkeletonTable rows={6} />
    </Loading>
  );
}
