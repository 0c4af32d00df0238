"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { formatInstant, formatRange } from "@/app/_components/format-instant";
import { Textarea } from "@/app/_components/textarea";
import { zoneCity } from "@/app/_components/time-zones";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { civilDateAt } from "@/server/time";
import type { ActionProps } from "./booking-actions";
import { SlotPicker } from "./slot-picker";
import { weekOf, windowOfWeek } from "./weeks";

type Props = ActionProps & {
  nowMs: number;
  pending: boolean;
  onPending: (pending: boolean) => void;
  close: () => void;
};

const locale = "en-US";
const lost = "That time is no longer free. These are the times that are free now.";

export function MoveBookingForm(props: Props) {
  const { booking, timeZone, nowMs, pending, onPending, close } = props;
  const router = useRouter();
  const client = useTrpcClient();
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const today = civilDateAt(timeZone, nowMs);
  const booked = civilDateAt(timeZone, Date.parse(booking.start_time));
  const [week, setWeek] = useState(() => weekOf(today, booked));
  const [slot, setSlot] = useState<{ start_time: string; end_time: string }>();
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<PageError | null>(null);
  const slots = useQuery(
    trpc.bookings.rescheduleSlots.queryOptions(
      { id: booking.id, timezone: timeZone, ...windowOfWeek(today, week) },
      { staleTime: 0 },
    ),
  );

  async function move(event: FormEvent) {
    event.preventDefault();
    if (slot === undefined || pending) return;
    onPending(true);
    setFailure(null);
    try {
      await client.bookings.reschedule.mutate({
        id: booking.id,
        new_start_time: slot.start_time,
        reason: reason.trim() || null,
      });
      toast.success(`Moved to ${formatInstant(new Date(slot.start_time), "date-time", here)}`);
      close();
      router.refresh();
    } catch (error) {
      refused(pageError(error));
    }
    onPending(false);
  }

  function refused(error: PageError) {
    if (error.details?.["new_start_time"] === undefined) {
      setFailure(error);
      return;
    }
    setSlot(undefined);
    setFailure({ code: error.code, message: lost });
    void queryClient.invalidateQueries({ queryKey: trpc.bookings.rescheduleSlots.queryKey() });
  }

  const here = { timeZone, locale };
  const there = { timeZone: booking.invitee_timezone, locale };
  const range = (zoned: typeof here) =>
    slot && formatRange(new Date(slot.start_time), new Date(slot.end_time), zoned, true);

  return (
    <form className="contents" onSubmit={(event) => void move(event)}>
      <DialogBody>
        <FormError error={failure} />
        <SlotPicker
          slots={slots.data?.slots}
          error={slots.error === null ? null : pageError(slots.error).message}
          onRetry={() => void slots.refetch()}
          today={today}
          preferred={booked}
          week={week}
          onWeek={setWeek}
          taken={booking.start_time}
          chosen={slot?.start_time}
          onChoose={setSlot}
          timeZone={timeZone}
        />
        <output className="block rounded-lg bg-subtle px-3.5 py-2.5 text-base">
          {slot === undefined ? (
            <span className="text-muted">Choose a new time.</span>
          ) : (
            <>
              <span className="block font-medium">{range(here)}</span>
              {range(there) !== range(here) && (
                <span className="block text-muted">
                  {range(there)} for the invitee ({zoneCity(there.timeZone)})
                </span>
              )}
            </>
          )}
        </output>
        <Field label="Reason" hint="Kept with the booking’s activity." optional>
          <Textarea
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={500}
            rows={2}
          />
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button disabled={pending}>Keep the time</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={slot === undefined} loading={pending}>
          Move booking
        </Button>
      </DialogFooter>
    </form>
  );
}
