import { Badge } from "@/app/_components/badge";
import type { ErrorCode } from "@/server/errors";
import { docsFacts } from "./facts";

/** The HTTP status that an error comes with. */
export async function ErrorStatus({ code }: { code: ErrorCode }) {
  const { error_statuses: statuses } = await docsFacts();
  const status = statuses[code];
  if (status === undefined) throw new Error(`No error is called ${code}`);
  return <Badge>HTTP {status}</Badge>;
}
