import Link from "next/link";
import { ChevronRightIcon } from "lucide-react";
import { DialogBody } from "@/app/_components/dialog";
import type { Options } from "./connect-dialog";
import { KindIcon } from "./kind-icon";
import { type Kind, kinds, kindsOffered, type SignInKind } from "./kinds";

type Props = { options: Options; choose: (kind: Kind) => void };

const isMissing = (kind: Kind, options: Options): kind is SignInKind =>
  (kind === "google" || kind === "microsoft") && !options[kind];

export function ProviderChoice({ options, choose }: Props) {
  // What cannot be chosen comes last.
  const offered = kindsOffered.toSorted(
    (a, b) => Number(isMissing(a, options)) - Number(isMissing(b, options)),
  );
  return (
    <DialogBody>
      <ul className="grid gap-2">
        {offered.map((kind) => (
          <li key={kind}>
            {isMissing(kind, options) ? (
              <NotSetUp kind={kind} />
            ) : (
              <button
                type="button"
                onClick={() => choose(kind)}
                className="flex w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2.5 text-left hover:bg-hover"
              >
                <KindIcon kind={kind} />
                <span className="grid min-w-0 flex-1">
                  <span className="font-medium">{kinds[kind].name}</span>
                  <span className="text-sm text-muted">{kinds[kind].hint}</span>
                </span>
                <ChevronRightIcon aria-hidden className="size-4 shrink-0 text-faint" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </DialogBody>
  );
}

/** What this server is not registered for, and what its operator does about it. */
function NotSetUp({ kind }: { kind: SignInKind }) {
  const prefix = kind.toUpperCase();
  return (
    <div className="flex items-center gap-3 rounded-lg border border-dashed border-line px-3 py-2.5">
      <KindIcon kind={kind} />
      <div className="grid min-w-0 flex-1">
        <p className="font-medium text-muted">{kinds[kind].name}</p>
        <p className="text-sm wrap-anywhere text-muted">
          Not set up on this server. Its operator sets <code>{prefix}_CLIENT_ID</code> and{" "}
          <code>{prefix}_CLIENT_SECRET</code>:{" "}
          <Link
            href="/docs/calendars#google-and-microsoft-on-your-own-server"
            className="rounded-sm text-accent-text underline underline-offset-2"
          >
            how
          </Link>
          .
        </p>
      </div>
    </div>
  );
}
