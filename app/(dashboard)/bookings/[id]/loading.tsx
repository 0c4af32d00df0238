import { PageHeader } from "@/app/_components/page-header";
import { Loading, Skeleton } from "@/app/_components/skeleton";

export default function LoadingBooking() {
  return (
    <Loading label="Loading the booking">
      <PageHeader
        title={<Skeleton className="h-7 w-64" />}
        breadcrumb={[{ label: "Bookings", href: "/bookings" }]}
      />
      <Skeleton className="h-64 w-full" />
    </Loading>
  );
}
