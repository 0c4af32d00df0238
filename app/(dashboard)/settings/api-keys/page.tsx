import type { Metadata } from "next";
import { api } from "@/app/_trpc/server";
import { pageContext, requestFacts } from "@/app/_trpc/session";
import { Mode } from "@/server/api-keys/schema";
import { ApiKeys } from "./api-keys";

export const metadata: Metadata = { title: "API Keys" };

const Show = Mode.optional().catch(undefined);

type Props = { searchParams: Promise<{ mode?: string | string[] }> };

export default async function ApiKeysPage({ searchParams }: Props) {
  const caller = await api();
  const mode = (await pageContext()).isTest ? "test" : "live";
  const show = mode === "test" ? undefined : Show.parse((await searchParams).mode);
  const { nowMs } = await requestFacts();
  const [keys, { organization }] = await Promise.all([
    caller.apiKeys.list({ limit: 100, ...(show === undefined ? {} : { mode: show }) }),
    caller.organizations.membership(),
  ]);
  return (
    <ApiKeys
      first={keys}
      mode={mode}
      show={show ?? "all"}
      timeZone={organization.timezone}
      now={new Date(nowMs).toISOString()}
    />
  );
}
