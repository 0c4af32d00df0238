"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { type ComponentProps, useRef, useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";

type Outcome = { url: string; problem: string | null; isUnresolved: boolean };

type Props = ComponentProps<typeof Input> & {
  /** What the form has against it. */
  error: string | undefined;
};

/** The receiver's address, which is looked up when it was typed: whether it may be sent to, and leads anywhere. */
export function UrlField({ error, onBlur, onChange, ...props }: Props) {
  const client = useTrpcClient();
  const asked = useRef("");
  const [outcome, setOutcome] = useState<Outcome>();

  async function check(url: string) {
    if (url === "" || url === asked.current) return;
    asked.current = url;
    try {
      const { problem, is_unresolved } = await client.webhooks.checkUrl.query({ url });
      if (asked.current === url) setOutcome({ url, problem, isUnresolved: is_unresolved });
    } catch {
      // Saving says what is wrong.
      asked.current = "";
    }
  }

  return (
    <Field
      label="Address"
      name="url"
      hint="A public https address of your server."
      error={error ?? outcome?.problem ?? undefined}
      required
    >
      <Input
        {...props}
        type="url"
        inputMode="url"
        placeholder="https://example.com/hooks/astrocal"
        autoComplete="off"
        spellCheck={false}
        maxLength={2048}
        onChange={(event) => {
          asked.current = "";
          setOutcome(undefined);
          onChange?.(event);
        }}
        onBlur={(event) => {
          void check(event.target.value.trim());
          onBlur?.(event);
        }}
      />
      <output className="text-sm empty:hidden">
        {error === undefined && outcome?.problem === null && <Found outcome={outcome} />}
      </output>
    </Field>
  );
}

function Found({ outcome }: { outcome: Outcome }) {
  return outcome.isUnresolved ? (
    <span className="flex gap-1.5 text-warning-text">
      <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      Its name leads nowhere at the moment. You can save it, and deliveries wait for it.
    </span>
  ) : (
    <span className="flex gap-1.5 text-success-text">
      <CircleCheck aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      Can be sent to.
    </span>
  );
}
