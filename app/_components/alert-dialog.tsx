"use client";

import { AlertDialog as Radix } from "radix-ui";
import { useId, useState, type ReactElement, type ReactNode } from "react";

import { Button } from "./button";
import { cn } from "./cn";
import { DialogBody, DialogFooter, dialogStyles, overlayStyles } from "./dialog";
import { Field } from "./field";
import { useFocusReturn } from "./focus-return";
import { Input } from "./input";

export type ConfirmDialogProps = {
  /** The element that opens it; without one, control it by `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A question with the thing's name in it: "Revoke “Production”?" */
  title: ReactNode;
  /** What happens then, and whether it can be undone. */
  description: ReactNode;
  /** The verb of the title: "Revoke key", not "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  destructive?: boolean;
  /** When given, it must be typed before the action can be taken. */
  typeToConfirm?: string;
  /** The dialog closes when it resolves; when it rejects, it stays open and shows the message. */
  onConfirm: () => void | Promise<unknown>;
  /** Further fields, such as a reason. */
  children?: ReactNode;
};

export function ConfirmDialog({ trigger, open, onOpenChange, ...question }: ConfirmDialogProps) {
  const focusReturn = useFocusReturn();
  const [ownOpen, setOwnOpen] = useState(false);
  function setOpen(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  return (
    <Radix.Root open={open ?? ownOpen} onOpenChange={setOpen}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayStyles} />
        <Radix.Content {...focusReturn} className={cn(dialogStyles, "sm:max-w-md")}>
          <Question {...question} close={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type QuestionProps = Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange"> & {
  close: () => void;
};

// Mounted with the content, so that what was typed and what failed are gone the next time.
function Question({
  title,
  description,
  confirmLabel,
  cancelLabel = "Cancel",
  destructive = true,
  typeToConfirm,
  onConfirm,
  children,
  close,
}: QuestionProps) {
  const formId = useId();
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const locked = typeToConfirm !== undefined && typed.trim() !== typeToConfirm;

  async function confirm() {
    if (locked || pending) return;
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That did not work. Try again.");
      setPending(false);
    }
  }

  return (
    <form
      id={formId}
      className="contents"
      onSubmit={(event) => {
        // A portal's events bubble through React's tree, into a form that this dialog is declared in.
        event.preventDefault();
        event.stopPropagation();
        void confirm();
      }}
    >
      <DialogBody className="pt-5">
        <div className="grid gap-1">
          <Radix.Title className="text-xl font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="text-base text-pretty text-muted">{description}</div>
          </Radix.Description>
        </div>
        {children}
        {typeToConfirm !== undefined && (
          <Field
            label={
              <>
                Type <code className="rounded-sm bg-subtle px-1 font-mono">{typeToConfirm}</code> to
                confirm
              </>
            }
          >
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
        )}
        {failure !== undefined && (
          <p
            role="alert"
            className="rounded-md bg-danger-soft px-3 py-2 text-base text-danger-text"
          >
            {failure}
          </p>
        )}
      </DialogBody>
      <DialogFooter>
        <Radix.Cancel asChild>
          <Button>{cancelLabel}</Button>
        </Radix.Cancel>
        <Button
          type="submit"
          variant={destructive ? "danger" : "primary"}
          disabled={locked}
          loading={pending}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
