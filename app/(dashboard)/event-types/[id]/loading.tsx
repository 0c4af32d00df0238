import { Loading, Skeleton } from "@/app/_components/skeleton";

export default function LoadingEventType() {
  return (
    <Loading label="Loading the event type">
      <Skeleton className="h-4 w-24" />
      <div className="flex flex-wrap justify-between gap-3">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="h-9 w-48" />
      </div>
      <div className="mt-2 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid gap-5">
          <Skeleton className="h-10 w-full" />
          <Skeleton className="h-112 w-full" />
        </div>
        <Skeleton className="h-72 w-full" />
      </div>
    </Loading>
  );
}
