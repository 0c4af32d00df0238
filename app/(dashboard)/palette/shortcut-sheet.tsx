import { DialogBody, DialogContent } from "@/app/_components/dialog";
import { Kbd } from "@/app/_components/kbd";
import type { NavGroup } from "@/app/_components/nav";
import { commandKeys } from "./command-keys";

const commands = [
  { label: "Search or go to", keys: commandKeys.palette },
  { label: "New event type", keys: commandKeys.newEventType },
  { label: "This sheet", keys: commandKeys.help },
];

export function ShortcutSheet({ navigation }: { navigation: readonly NavGroup[] }) {
  const pages = navigation
    .flatMap((group) => group.items)
    .flatMap(({ label, keys }) => (keys === undefined ? [] : [{ label, keys }]));
  return (
    <DialogContent title="Keyboard shortcuts" description="They work wherever you are not typing.">
      <DialogBody className="gap-6 sm:grid-cols-2">
        <Shortcuts title="Anywhere" shortcuts={commands} />
        <Shortcuts title="Go to" shortcuts={pages} />
      </DialogBody>
    </DialogContent>
  );
}

type Shortcut = { label: string; keys: string };

function Shortcuts({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-sm font-medium text-faint">{title}</h3>
      <dl className="grid gap-2">
        {shortcuts.map(({ label, keys }) => (
          <div key={keys} className="flex items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
