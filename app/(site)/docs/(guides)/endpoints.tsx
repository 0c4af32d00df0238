/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { type Operation, publishedOperations } from "@/app/_trpc/operations";

/** `Map.groupBy`, which Node 20 has not. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The operations that need a key, by what they are about and by address. */
export function KeyedEndpoints() {
  const byTag = groupBy(
    publishedOperations().filter(({ isPublic }) => !isPublic),
    ({ tag }) => tag,
  );
  return (
    <div className="table-frame" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>About</th>
            <th>Endpoints</th>
          </tr>
        </thead>
        <tbody>
          {[...byTag].map(([tag, operations]) => (
            <tr key={tag}>
              <td className="whitespace-nowrap">{tag}</td>
              <td>
                <ul className="plain">
                  {[...groupBy(operations, ({ path }) => path)].map(([path, methods]) => (
                    <Endpoint key={path} path={path} operations={methods} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Endpoint({ path, operations }: { path: string; operations: readonly Operation[] }) {
  return (
    <li>
      {operations.map(({ method, href, summary }) => (
        <span key={method}>
          <a href={href} title={summary}>
            {method}
          </a>{" "}
        </span>
      ))}
      <span className="font-mono text-xs wrap-anywhere">{path}</span>
    </li>
  );
}
