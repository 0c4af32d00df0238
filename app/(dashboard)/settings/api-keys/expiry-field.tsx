"use client";

import { useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { LocalTime } from "@/app/_components/local-time";
import { Select, SelectItem } from "@/app/_components/select";
import { endOf, endOfDay, firstDay, isLifetime, type Lifetime, lifetimes } from "./expiry";

type Props = {
  /** The instant on the wire; null: never; empty while a day of one's own is not named. */
  value: string | null;
  onChange: (end: string | null) => void;
  error: string | undefined;
  /** The organization's: a day ends there. */
  timeZone: string;
};

const lifetimeNames = Object.keys(lifetimes).filter(isLifetime);

/** When the key stops working. */
export function ExpiryField({ value, onChange, error, timeZone }: Props) {
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [today] = useState(() => firstDay(timeZone, Date.now()));

  function choose(next: string) {
    if (!isLifetime(next)) return;
    setLifetime(next);
    onChange(endOf(next, Date.now()));
  }

  const ownDay = lifetime === "date";
  return (
    <div className="grid gap-3">
      <Field
        label="Expires"
        name={ownDay ? "lifetime" : "expires_at"}
        error={ownDay ? undefined : error}
        hint={
          value === null || ownDay ? undefined : (
            <>
              Works until{" "}
              <LocalTime
                at={value}
                timeZone={timeZone}
                locale="en-US"
                showZone
                className="text-ink"
              />
              .
            </>
          )
        }
      >
        <Select value={lifetime} onValueChange={choose}>
          {lifetimeNames.map((name) => (
            <SelectItem key={name} value={name}>
              {lifetimes[name]}
            </SelectItem>
          ))}
        </Select>
      </Field>
      {ownDay && (
        <Field
          label="Last day"
          name="expires_at"
          hint={`The key works until the end of this day in ${timeZone}.`}
          error={error !== undefined && value === "" ? "Choose a day." : error}
          required
        >
          <Input
            type="date"
            min={today}
            onChange={(event) => onChange(endOfDay(event.target.value, timeZone))}
          />
        </Field>
      )}
    </div>
  );
}
