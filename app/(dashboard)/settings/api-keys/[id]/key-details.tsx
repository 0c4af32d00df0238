import { Card, DescriptionItem, DescriptionList } from "@/app/_components/card";
import { LocalTime } from "@/app/_components/local-time";
import type { ApiKey } from "@/server/api-keys/schema";
import { AdviceNote } from "../advice-note";
import { AdviceBadges, ModeBadge, StatusBadge } from "../key-badges";
import { type Clock, locale } from "../moment";
import { relativeTime } from "../relative-time";
import { scopeWords } from "../scope-words";

export function KeyDetails({ apiKey, timeZone, now }: Clock & { apiKey: ApiKey }) {
  const { scopes, allowed_ips: addresses, last_used_at: lastUsed } = apiKey;
  const end = apiKey.revoked_at ?? apiKey.expires_at;
  return (
    <Card>
      <DescriptionList>
        <DescriptionItem label="Key">
          <span className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm">{apiKey.key_prefix}…</code>
            <ModeBadge mode={apiKey.mode} />
            <StatusBadge apiKey={apiKey} now={now} />
            <AdviceBadges apiKey={apiKey} now={now} />
          </span>
        </DescriptionItem>
        <DescriptionItem label="Access">
          {scopeWords(scopes)}
          {!scopes.includes("*") && (
            <p className="font-mono text-sm text-muted">{scopes.join(", ")}</p>
          )}
        </DescriptionItem>
        <DescriptionItem label="Allowed addresses">
          {addresses.length === 0 ? (
            "Any"
          ) : (
            <span className="font-mono text-sm">{addresses.join(", ")}</span>
          )}
        </DescriptionItem>
        <DescriptionItem label={apiKey.revoked_at === null ? "Expires" : "Revoked"}>
          {end === null ? (
            "Never"
          ) : (
            <LocalTime at={end} timeZone={timeZone} locale={locale} showZone />
          )}
        </DescriptionItem>
        <DescriptionItem label="Last used">
          {lastUsed === null ? "Never" : relativeTime(new Date(lastUsed), new Date(now))}
        </DescriptionItem>
        <DescriptionItem label="Created">
          <LocalTime at={apiKey.created_at} timeZone={timeZone} locale={locale} /> by{" "}
          {apiKey.created_by.name}
        </DescriptionItem>
      </DescriptionList>
      <AdviceNote className="mt-4" keys={[apiKey]} now={now} />
    </Card>
  );
}
