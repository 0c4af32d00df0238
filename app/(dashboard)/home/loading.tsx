import { PageHeader } from "@/app/_components/page-header";
import { Loading, SkeletonTable } from "@/app/_components/skeleton";

export default function LoadingHome() {
  return (
    <Loading label="Loading home">
      <PageHeader title="Home" />
      <SkeletonTable rows={5} />
    </Loading>
  );
}
