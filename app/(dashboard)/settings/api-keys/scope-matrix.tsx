"use client";

import { Checkbox } from "@/app/_components/checkbox";
import { keyResources } from "@/server/api-keys/scopes";
import { type GrantedScope, onlyRead, resourceWords, withScope } from "./scope-words";

type Props = {
  value: readonly GrantedScope[];
  onChange: (scopes: GrantedScope[]) => void;
};

/** A row a resource, a box for reading and one for writing, which brings reading along. */
export function ScopeMatrix({ value, onChange }: Props) {
  return (
    <ul aria-label="Resources" className="overflow-hidden rounded-lg border border-line">
      {keyResources.map((resource) => (
        <li
          key={resource}
          className="grid grid-cols-[minmax(0,1fr)_4.5rem_4.5rem] items-center border-b border-line px-3.5 py-2 last:border-b-0"
        >
          <span className="first-letter:uppercase">{resourceWords[resource]}</span>
          {(["read", "write"] as const).map((right) => {
            const scope = `${resource}:${right}` as const;
            return right === "write" && onlyRead.has(resource) ? null : (
              <Checkbox
                key={right}
                label={right === "read" ? "Read" : "Write"}
                aria-label={`${right === "read" ? "Read" : "Write"} ${resourceWords[resource]}`}
                checked={value.includes(scope)}
                onChange={(event) => onChange(withScope(value, scope, event.target.checked))}
              />
            );
          })}
        </li>
      ))}
    </ul>
  );
}
