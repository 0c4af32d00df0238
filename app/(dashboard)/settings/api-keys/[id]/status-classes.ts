import { ListKeyRequests } from "@/server/api-keys/schema";

/** Rows that the log shows at first, and adds at a time. */
export const requestPageSize = 50;

const StatusClass = ListKeyRequests.shape.status.catch(undefined);

/** "4xx" and the like from the page's address; anything else shows all. */
export const statusClassOf = (asked: unknown) => StatusClass.parse(asked);

export type Show = NonNullable<ReturnType<typeof statusClassOf>> | "all";

/** How a status is coloured; the number says the same. */
export function statusTone(status: number): "success" | "warning" | "danger" | "neutral" {
  if (status >= 500) return "danger";
  if (status >= 400) return "warning";
  return status >= 200 && status < 300 ? "success" : "neutral";
}
