import { Loading, Skeleton } from "@/app/_components/skeleton";

export default function LoadingNewEventType() {
  return (
    <div className="mx-auto max-w-xl">
      <Loading label="Loading the form">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-96 w-full" />
      </Loading>
    </div>
  );
}
