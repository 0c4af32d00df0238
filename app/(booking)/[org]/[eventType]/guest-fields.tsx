import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { fill } from "../../words/fill";
import { useWords } from "../../words/use-words";

type Props = {
  /** How many people come along, and how many may. */
  count: number;
  max: number;
  errors: Readonly<Record<string, string>>;
  onCount: (count: number) => void;
};

/** Who else comes to a group event. */
export function GuestFields({ count, max, errors, onCount }: Props) {
  const { form } = useWords().words;
  return (
    <div className="grid gap-4">
      {Array.from({ length: count }, (_, index) => {
        const at = `attendees.${index + 1}`;
        return (
          <fieldset
            key={at}
            className="grid gap-4 rounded-lg border border-line p-4 sm:grid-cols-2"
          >
            <legend className="px-1 text-base font-medium">
              {fill(form.guest, { number: index + 1 })}
            </legend>
            <Field label={form.name} name={`${at}.name`} required error={errors[`${at}.name`]}>
              <Input name={`${at}.name`} required maxLength={255} autoComplete="off" />
            </Field>
            <Field label={form.email} name={`${at}.email`} required error={errors[`${at}.email`]}>
              <Input
                name={`${at}.email`}
                type="email"
                required
                maxLength={254}
                autoComplete="off"
              />
            </Field>
          </fieldset>
        );
      })}
      <div className="flex flex-wrap gap-2">
        {count < max && (
          <Button onClick={() => onCount(count + 1)}>
            {count === 0 ? form.firstGuest : form.moreGuests}
          </Button>
        )}
        {count > 0 && (
          <Button variant="ghost" onClick={() => onCount(count - 1)}>
            {fill(form.removeGuest, { number: count })}
          </Button>
        )}
      </div>
    </div>
  );
}
