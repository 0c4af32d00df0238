"use client";

import { type ComponentProps, useState } from "react";
import { Input } from "@/app/_components/input";

type Props = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type"> & {
  /** NaN while what is typed is no whole number: the schema then says what it wants. */
  value: number;
  onValueChange: (value: number) => void;
  /** What the up and down keys add and take away. */
  step?: number;
  /** Takes Enter for itself, where it would send the form. */
  onEnter?: () => void;
};

/** A whole number. Its text is kept as it is typed, so that the field may be empty on the way to another number. */
export function NumberInput({ value, onValueChange, step = 1, onEnter, ...props }: Props) {
  const [text, setText] = useState(() => show(value));
  // Changed from elsewhere: a chip was clicked, the form was reset.
  const [known, setKnown] = useState(value);
  if (!Object.is(known, value)) {
    setKnown(value);
    if (!Object.is(read(text), value)) setText(show(value));
  }
  function move(by: number) {
    const next = Math.max(0, (Number.isNaN(value) ? 0 : value) + by);
    setText(show(next));
    onValueChange(next);
  }
  return (
    <Input
      {...props}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onValueChange(read(event.target.value));
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && onEnter !== undefined) {
          event.preventDefault();
          onEnter();
        }
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        move(event.key === "ArrowUp" ? step : -step);
      }}
    />
  );
}

const show = (value: number) => (Number.isNaN(value) ? "" : String(value));
const read = (text: string) => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN);
