import { PageHeader } from "@/app/_components/page-header";
import { Loading, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingCalendars() {
  return (
    <Loading label="Loading calendars">
      <PageHeader title="Calendars" />
      <SkeletonTable rows={4} />
    </Loading>
  );
}
