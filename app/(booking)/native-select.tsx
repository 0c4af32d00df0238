import { ChevronDownIcon } from "lucide-react";
import { useFieldControl } from "@/app/_components/field";
import { useWords } from "./words/use-words";

type Props = { name: string; required: boolean; options: string[] };

/** The browser's own select: phones show their own picker for it, and there is no code to load. */
export function NativeSelect({ name, required, options }: Props) {
  const control = useFieldControl();
  const { words } = useWords();
  return (
    <span className="relative block">
      <select
        {...control}
        name={name}
        required={required}
        defaultValue=""
        className="control h-9 appearance-none pr-9 pl-3"
      >
        <option value="">{words.form.select}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
      <ChevronDownIcon
        aria-hidden
        className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted"
      />
    </span>
  );
}
