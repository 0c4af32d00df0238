import { Loading, Skeleton, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingDashboardPage() {
  return (
    <Loading>
      <div aria-hidden className="mb-2 flex items-start justify-between gap-6">
        <div className="grid gap-2">
          <Skeleton className="h-7 w-44" />
          <Skeleton className="h-4 w-64 max-w-full" />
        </div>
        <Skeleton className="h-9 w-32" />
      </div>
      <SkeletonTable />
    </Loading>
  );
}
