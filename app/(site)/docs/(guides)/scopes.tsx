import { keyResources } from "@/server/api-keys/scopes";

/** The resources that scopes name. */
export function ScopeList() {
  return (
    <p>
      {keyResources.map((resource, index) => (
        <span key={resource}>
          {index > 0 && ", "}
          <code>{resource}</code>
        </span>
      ))}
    </p>
  );
}
