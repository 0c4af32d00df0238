import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { Id } from "@/server/schema";
import { KeyDetails } from "./key-details";
import { KeyHeader } from "./key-header";
import { RequestLog } from "./request-log";
import { requestPageSize, statusClassOf } from "./status-classes";

export const metadata: Metadata = { title: "API Key" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ status?: string | string[] }>;
};

export default async function ApiKeyPage({ params, searchParams }: Props) {
  const id = Id.safeParse((await params).id);
  if (!id.success) notFound();
  const status = statusClassOf((await searchParams).status);
  const caller = await api();
  const { nowMs } = await requestFacts();
  const filter = status === undefined ? {} : { status };
  const [key, requests, { organization }] = await Promise.all([
    orNotFound(caller.apiKeys.get({ id: id.data })),
    orNotFound(caller.apiKeys.listRequests({ id: id.data, limit: requestPageSize, ...filter })),
    caller.organizations.membership(),
  ]);
  const clock = { timeZone: organization.timezone, now: new Date(nowMs).toISOString() };

  return (
    <>
      <KeyHeader apiKey={key} {...clock} />
      <div className="grid grid-cols-1 gap-8">
        <KeyDetails apiKey={key} {...clock} />
        <RequestLog
          apiKeyId={key.id}
          first={requests}
          show={status ?? "all"}
          timeZone={clock.timeZone}
        />
      </div>
    </>
  );
}
