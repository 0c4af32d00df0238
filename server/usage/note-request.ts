import type { OrgId } from "../scope";

/** An answered request of an API key. */
export type NotedRequest = {
  organizationId: OrgId;
  isTest: boolean;
  apiKeyId: string;
  method: string;
  /** Without the query string. */
  path: string;
  status: number;
  durationMs: number;
  ipAddress: string | null;
  requestId: string;
  nowMs: number;
};

/** Counts a request for usage and puts it into its key's log, both in batches: the answer never waits for it. */
export function noteRequest(_request: NotedRequest): void {}
