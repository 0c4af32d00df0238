"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { FormError } from "@/app/_components/form-error";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";

const meeting = { title: "30-minute meeting", slug: "30min", duration_minutes: 30 };

/** A usual event type by one click. */
export function QuickStart() {
  const router = useRouter();
  const client = useTrpcClient();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);
  async function create() {
    setPending(true);
    setFailure(null);
    try {
      const { id } = await client.eventTypes.create.mutate(meeting);
      toast.success(`“${meeting.title}” is made`, {
        action: { label: "Edit", onClick: () => router.push(`/event-types/${id}`) },
      });
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  }
  return (
    <>
      <Button variant="primary" loading={pending} onClick={() => void create()}>
        Create a 30-minute meeting
      </Button>
      <FormError error={failure} />
    </>
  );
}
