"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { formatRange } from "@/app/_components/format-instant";
import { Textarea } from "@/app/_components/textarea";
import { type PageError, pageError } from "@/app/_trpc/error";
import { civilDate, type FreeTime, freeTimes } from "../../free-times";
import { type Month, monthOf, utcRanges } from "../../months";
import { slotRefusal } from "../../slot-refusal";
import { TimePicker } from "../../time-picker";
import { useTimeZone } from "../../use-time-zone";
import { visitor } from "../../visitor-client";
import { FocusedHeading } from "./focused-heading";
import type { ManageActionsProps } from "./manage-actions";

/** Another time for a booking: chosen, then confirmed with both times in view. */
export function MoveForm(props: ManageActionsProps & { onLeave: () => void }) {
  const { booking, token, locale } = props;
  const router = useRouter();
  const [zone, chooseZone] = useTimeZone(booking.invitee_timezone);

  const [chosen, setChosen] = useState<FreeTime | null>(null);
  const [version, setVersion] = useState(0);
  const [refusal, setRefusal] = useState<PageError | null>(null);
  const [sending, setSending] = useState(false);

  const startMs = Date.parse(booking.start_time);
  // Most people who move stay near.
  const [date, setDate] = useState(() => civilDate(zone, startMs));
  const lengthMs = Date.parse(booking.end_time) - startMs;
  const words = (from: number) =>
    formatRange(new Date(from), new Date(from + lengthMs), { timeZone: zone, locale }, true);

  const fetchMonth = async (month: Month) => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        visitor.bookings.rescheduleSlots.query({
          id: booking.id,
          token,
          ...range,
          timezone: "UTC",
        }),
      ),
    );
    const times = freeTimes(answers.flatMap((answer) => answer.slots));
    // Its own present time is free for it, and no other time.
    return times.filter((time) => time.startMs !== startMs);
  };

  async function move(form: HTMLFormElement, to: FreeTime) {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const reason = new FormData(form).get("reason");
    try {
      await visitor.bookings.reschedule.mutate({
        id: booking.id,
        token,
        new_start_time: new Date(to.startMs).toISOString(),
        ...(typeof reason === "string" && reason.trim() !== "" ? { reason } : {}),
      });
      router.replace(`/manage/${booking.id}?token=${encodeURIComponent(token)}&moved=1`);
      router.refresh();
      props.onLeave();
    } catch (error) {
      const problem = pageError(error);
      const lost = slotRefusal(problem, "new_start_time");
      setSending(false);
      setRefusal(
        lost === null
          ? problem
          : {
              code: problem.code,
              message: `${lost} Your booking is unchanged; choose another time.`,
            },
      );
      if (lost === null) return;
      setChosen(null);
      setVersion((count) => count + 1);
    }
  }

  return (
    <section className="grid gap-5 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <FocusedHeading>Move your booking</FocusedHeading>
        <Button variant="ghost" onClick={props.onLeave}>
          Keep the present time
        </Button>
      </div>
      {chosen === null && <FormError error={refusal} />}
      <div hidden={chosen !== null}>
        <TimePicker
          heading="Choose another time"
          locale={locale}
          weekStart={props.weekStart}
          zone={zone}
          onZone={chooseZone}
          fetchKey={String(version)}
          fetchMonth={fetchMonth}
          initial={{ key: "0", month: monthOf(civilDate(zone, startMs)), months: {} }}
          lastMonth={props.lastMonth}
          nowMs={props.nowMs}
          capacity={props.capacity}
          date={date}
          onDate={setDate}
          onPick={setChosen}
        />
      </div>
      {chosen !== null && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void move(event.currentTarget, chosen);
          }}
        >
          <FocusedHeading>Move it to this time?</FocusedHeading>
          <dl className="grid gap-x-4 gap-y-1 text-lg sm:grid-cols-[4rem_minmax(0,1fr)]">
            <dt className="text-muted">From</dt>
            <dd className="text-muted line-through">{words(startMs)}</dd>
            <dt className="text-muted">To</dt>
            <dd className="font-medium">{words(chosen.startMs)}</dd>
          </dl>
          <FormError error={refusal} />
          <Field label="Reason" name="reason" optional hint="Whoever you booked with can read it.">
            <Textarea name="reason" maxLength={500} rows={2} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setChosen(null)}>Choose another time</Button>
            <Button type="submit" variant="primary" loading={sending}>
              Move booking
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
