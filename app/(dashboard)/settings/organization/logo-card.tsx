"use client";

import { UploadIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, startTransition, useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { FormError } from "@/app/_components/form-error";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { logoLimits, logoTypes, type Organization } from "@/server/organizations/schema";
import { LogoPreview } from "./logo-preview";
import { readAsDataUrl } from "./read-as-data-url";

type Props = { organization: Organization; mayChange: boolean };

const { bytes, leastPixels, mostPixels } = logoLimits;
const kilobytes = bytes / 1024;
const unreadable = "This file cannot be read as an image.";

/** What is chosen is shown before it is saved, as invitees will see it. */
export function LogoCard({ organization: { name, logo_url: saved }, mayChange }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const input = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);

  function show(dataUrl: string | null) {
    setChosen(dataUrl);
    setFailure(null);
    // Also where the button that was pressed is gone.
    chooser.current?.focus();
  }

  function refuse(message: string) {
    setChosen(null);
    setFailure({ code: "validation_error", message });
  }

  async function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const file = currentTarget.files?.[0];
    if (file === undefined) return;
    if (!logoTypes.some((type) => type === file.type)) {
      refuse(`“${file.name}” is no PNG, JPEG or WebP image.`);
    } else if (file.size > bytes) {
      refuse(`“${file.name}” is larger than ${kilobytes} kB.`);
    } else {
      const dataUrl = await readAsDataUrl(file);
      if (dataUrl === null) refuse(unreadable);
      else show(dataUrl);
    }
    // Else the same file could not be chosen again, once it is corrected.
    currentTarget.value = "";
  }

  async function replace(image: string | null) {
    await client.organizations.replaceLogo.mutate({ image });
    toast.success(image === null ? "The logo is removed" : "The logo is changed");
    // Together, so that the one before does not flash up between.
    startTransition(() => {
      show(null);
      router.refresh();
    });
  }

  async function save(dataUrl: string) {
    setPending(true);
    setFailure(null);
    try {
      await replace(dataUrl.slice(dataUrl.indexOf(",") + 1));
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  }

  const remove = async () => {
    try {
      await replace(null);
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
  };

  const shown = chosen ?? saved;
  return (
    <Card
      title="Logo"
      description="At the head of booking pages and mails, which are read on light and on dark ground."
      footer={
        chosen !== null && (
          <>
            <Button disabled={pending} onClick={() => show(null)}>
              Discard
            </Button>
            <Button variant="primary" loading={pending} onClick={() => void save(chosen)}>
              Save logo
            </Button>
          </>
        )
      }
    >
      <div className="grid max-w-xl gap-5">
        <FormError error={failure} />
        <LogoPreview
          src={shown}
          alt={`Logo of ${name}`}
          onBroken={() => chosen !== null && refuse(unreadable)}
        />
        {mayChange && (
          <div className="grid gap-2">
            <input
              ref={input}
              type="file"
              aria-label="Logo"
              accept={logoTypes.join(",")}
              hidden
              onChange={(event) => void choose(event)}
            />
            <div className="flex flex-wrap gap-2">
              <Button
                ref={chooser}
                icon={<UploadIcon aria-hidden />}
                aria-describedby="logo-accepted"
                onClick={() => input.current?.click()}
              >
                {shown === null ? "Choose an image" : "Choose another image"}
              </Button>
              {saved !== null && chosen === null && (
                <ConfirmDialog
                  trigger={<Button variant="ghost">Remove…</Button>}
                  title="Remove the logo?"
                  description="Booking pages and mails show the name alone. Mails that were sent with it lose it, too."
                  confirmLabel="Remove logo"
                  cancelLabel="Keep it"
                  onConfirm={remove}
                />
              )}
            </div>
            <p id="logo-accepted" className="text-sm text-muted">
              PNG, JPEG or WebP, up to {kilobytes} kB, {leastPixels} to {mostPixels} pixels wide and
              high.
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}
