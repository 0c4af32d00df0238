import { Badge } from "@/app/_components/badge";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import type { KeyRequest } from "@/server/api-keys/schema";
import { requestTime } from "./request-time";
import { statusTone } from "./status-classes";

type Props = { requests: readonly KeyRequest[]; timeZone: string };

export function RequestTable({ requests, timeZone }: Props) {
  return (
    <Table caption="Requests with this key">
      <TableHead>
        <TableHeader>Request</TableHeader>
        <TableHeader>Status</TableHeader>
        <TableHeader className="text-right">Took</TableHeader>
        <TableHeader>Address</TableHeader>
        <TableHeader>Time ({timeZone})</TableHeader>
        <TableHeader>Request id</TableHeader>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <TableRow key={request.id}>
            <TableCell primary className="font-mono text-sm wrap-anywhere">
              <span className="mr-2 text-muted">{request.method}</span>
              {request.path}
            </TableCell>
            <TableCell label="Status">
              <Badge tone={statusTone(request.status)} className="tabular-nums">
                {request.status}
              </Badge>
            </TableCell>
            <TableCell label="Took" numeric className="whitespace-nowrap">
              {request.duration_ms} ms
            </TableCell>
            <TableCell label="Address">
              <span className="font-mono text-sm wrap-anywhere">
                {request.ip_address ?? "unknown"}
              </span>
            </TableCell>
            <TableCell label="Time">
              <time dateTime={request.created_at} className="whitespace-nowrap">
                {requestTime(request.created_at, timeZone)}
              </time>
            </TableCell>
            <TableCell label="Request id">
              <span className="font-mono text-xs wrap-anywhere text-muted">
                {request.request_id}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
