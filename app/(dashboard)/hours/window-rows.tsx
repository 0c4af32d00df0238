"use client";

import { CircleAlertIcon, Trash2Icon } from "lucide-react";
import { useId, useRef } from "react";
import { IconButton } from "@/app/_components/icon-button";
import { clockSpan } from "./clock";
import { TimeInput } from "./time-input";
import { type HoursWindow, windowProblems } from "./week";

type Props = {
  /** Whose windows these are, for screen readers: "Monday". */
  day: string;
  windows: readonly HoursWindow[];
  onChange: (windows: readonly HoursWindow[]) => void;
};

/** From and to of every window of a day, each with what is wrong with it. */
export function WindowRows({ day, windows, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const problems = windowProblems(windows);

  function remove(index: number) {
    onChange(windows.filter((_, at) => at !== index));
    // Focus goes to the row before, or to what adds a row, and never to nowhere.
    setTimeout(() => {
      const rows = list.current?.querySelectorAll("input");
      const before = rows?.[Math.max(0, index - 1) * 2];
      const day = list.current?.closest("[data-day]");
      const target = before ?? day?.querySelector("[data-add]");
      if (target instanceof HTMLElement) target.focus();
    });
  }

  return (
    <ul ref={list} className="grid gap-2">
      {windows.map((window, index) => (
        <WindowRow
          // Rows hold nothing of their own but what is being typed in them.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          name={windows.length === 1 ? day : `${day} ${index + 1}`}
          window={window}
          problem={problems[index] ?? null}
          onChange={(changed) =>
            onChange(windows.map((each, at) => (at === index ? changed : each)))
          }
          onRemove={() => remove(index)}
        />
      ))}
    </ul>
  );
}

function WindowRow({
  name,
  window,
  problem,
  onChange,
  onRemove,
}: {
  name: string;
  window: HoursWindow;
  problem: ReturnType<typeof windowProblems>[number];
  onChange: (window: HoursWindow) => void;
  onRemove: () => void;
}) {
  const id = useId();
  const problemId = (side: "start" | "end") => (problem?.side === side ? id : undefined);
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <div className="grid w-full max-w-66 grid-cols-[1fr_auto_1fr] items-center gap-2">
          <TimeInput
            label={`${name}: from`}
            side="start"
            value={window.start}
            problemId={problemId("start")}
            onValueChange={(start) => onChange({ ...window, start })}
          />
          <span aria-hidden className="text-muted">
            –
          </span>
          <TimeInput
            label={`${name}: to`}
            side="end"
            value={window.end}
            start={window.start}
            problemId={problemId("end")}
            onValueChange={(end) => onChange({ ...window, end })}
          />
        </div>
        <IconButton
          label={`Remove hours: ${name}`}
          size="sm"
          icon={<Trash2Icon aria-hidden />}
          onClick={onRemove}
        />
        <span className="hidden text-sm whitespace-nowrap text-faint tabular-nums xl:inline">
          {clockSpan(window.start, window.end)}
        </span>
      </div>
      {problem !== null && (
        <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger-text">
          <CircleAlertIcon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span className="first-letter:uppercase">{problem.message}</span>
        </p>
      )}
    </li>
  );
}
