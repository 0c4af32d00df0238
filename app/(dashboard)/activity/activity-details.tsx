import Link from "next/link";
import { DescriptionItem, DescriptionList } from "@/app/_components/card";
import { type Filters, filtersHref } from "./filters";
import { ChangedField } from "./changed-field";
import type { ShownEntry } from "./shown-entry";
import { inWords } from "./words";

type Props = { entry: ShownEntry; filters: Filters; timeZone: string };

/** To the second: minutes are what the list shows. */
const exactly = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "long", timeZone }).format(
    new Date(at),
  );

/** What an entry changed, and in which call. */
export function ActivityDetails({ entry, filters, timeZone }: Props) {
  const changes = Object.entries(entry.changes ?? {});
  const { resource_id: id, resource_type: type, ip_address: address, request_id: request } = entry;
  return (
    <div className="grid grid-cols-1 gap-5 border-t border-line bg-subtle/50 px-4 py-4 sm:pl-15">
      {changes.length > 0 && (
        <dl className="grid gap-4" aria-label="Changes">
          {changes.map(([field, values]) => (
            <ChangedField key={field} field={field} {...values} timeZone={timeZone} />
          ))}
        </dl>
      )}
      <DescriptionList className="gap-1.5">
        <DescriptionItem label="When">
          <time dateTime={entry.created_at}>{exactly(entry.created_at, timeZone)}</time>
        </DescriptionItem>
        <DescriptionItem label={inWords(type)}>
          <code className="font-mono text-sm">{id}</code>
          {filters.about !== id && (
            <>
              {" "}
              <Link
                href={filtersHref({ about: id })}
                className="rounded-sm text-accent-text underline underline-offset-2"
              >
                All of its activity
              </Link>
            </>
          )}
        </DescriptionItem>
        {address !== null && <DescriptionItem label="From address">{address}</DescriptionItem>}
        {request !== null && (
          <DescriptionItem label="Request id">
            <code className="font-mono text-sm">{request}</code>
          </DescriptionItem>
        )}
      </DescriptionList>
    </div>
  );
}
