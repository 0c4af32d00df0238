"use client";

import { cn } from "@/app/_components/cn";
import { FieldGroup } from "@/app/_components/field";

const colors = [
  ["#3b82f6", "Blue"],
  ["#6366f1", "Indigo"],
  ["#a855f7", "Purple"],
  ["#ec4899", "Pink"],
  ["#ef4444", "Red"],
  ["#f59e0b", "Amber"],
  ["#10b981", "Green"],
  ["#64748b", "Slate"],
] as const;

type Props = {
  value: string;
  onValueChange: (color: string) => void;
  error?: string | undefined;
};

/** The color that marks the event type in lists and on its page: one of a few, or any. */
export function ColorField({ value, onValueChange, error }: Props) {
  const current = value.toLowerCase();
  const isOwn = colors.every(([color]) => color !== current);
  return (
    <FieldGroup label="Color" name="color" error={error}>
      <div className="flex flex-wrap items-center gap-2">
        {colors.map(([color, name]) => (
          <label
            key={color}
            title={name}
            className={cn(swatchStyles, color === current && chosenStyles)}
            style={{ backgroundColor: color }}
          >
            <span className="sr-only">{name}</span>
            <input
              type="radio"
              name="color"
              className="sr-only"
              checked={color === current}
              onChange={() => onValueChange(color)}
            />
          </label>
        ))}
        <label
          title="Another color"
          className={cn(
            "ml-1 inline-flex h-8 items-center gap-2 rounded-md border border-line px-2.5 text-sm text-muted hover:bg-hover hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
            isOwn && "border-accent-text text-ink",
          )}
        >
          <input
            type="color"
            aria-label="Another color"
            className="size-4 cursor-pointer appearance-none overflow-hidden rounded-full border-0 bg-transparent p-0 outline-none [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0"
            value={current}
            onChange={(event) => onValueChange(event.target.value)}
          />
          {isOwn ? current : "Other…"}
        </label>
      </div>
    </FieldGroup>
  );
}

const swatchStyles =
  "inline-flex size-8 cursor-pointer rounded-full border-3 border-surface outline-2 outline-transparent has-focus-visible:outline-offset-2 has-focus-visible:outline-ring";
const chosenStyles = "outline-ink";
