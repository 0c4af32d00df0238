import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { formatRange } from "@/app/_components/format-instant";
import { zoneCity } from "@/app/_components/time-zones";
import { Textarea } from "@/app/_components/textarea";
import { type PageError, pageError } from "@/app/_trpc/error";
import { civilDate, type FreeTime, freeTimes } from "../../free-times";
import { type Month, monthOf, utcRanges } from "../../months";
import { clocksDiffer } from "../../other-clock";
import { refusalWords } from "../../refusal-words";
import { slotRefusal } from "../../slot-refusal";
import { TimePicker } from "../../time-picker";
import { useTimeZone } from "../../use-time-zone";
import { visitor } from "../../visitor-client";
import { fill } from "../../words/fill";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import { FocusedHeading } from "./focused-heading";
import type { ManageActionsProps } from "./manage-actions";

/** Another time for a booking: chosen, then confirmed with both times in view. */
export function MoveForm(props: ManageActionsProps & { onLeave: () => void }) {
  const { booking, token, theirZone } = props;
  const spoken = useWords();
  const { words, locale } = spoken;
  const { manage } = words;
  const [zone, chooseZone] = useTimeZone(booking.invitee_timezone);

  const [chosen, setChosen] = useState<FreeTime | null>(null);
  const [version, setVersion] = useState(0);
  const [refusal, setRefusal] = useState<PageError | null>(null);
  const [sending, setSending] = useState(false);

  const startMs = Date.parse(booking.start_time);
  // Most people who move stay near.
  const [date, setDate] = useState(() => civilDate(zone, startMs));
  const lengthMs = Date.parse(booking.end_time) - startMs;
  const rangeIn = (timeZone: string, from: number) =>
    formatRange(new Date(from), new Date(from + lengthMs), { timeZone, locale }, true);

  const fetchMonth = async (month: Month) => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        visitor.listTimesToMove({
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
      await visitor.move({
        id: booking.id,
        token,
        new_start_time: new Date(to.startMs).toISOString(),
        ...(typeof reason === "string" && reason.trim() !== "" ? { reason } : {}),
      });
      window.location.replace(
        inLanguage(
          `/manage/${booking.id}?token=${encodeURIComponent(token)}&moved=1`,
          spoken.asked,
        ),
      );
    } catch (error) {
      const problem = pageError(error);
      const lost = slotRefusal(problem, "new_start_time", words.basics.lost);
      setSending(false);
      setRefusal(
        lost === null
          ? refusalWords(problem, spoken)
          : { code: problem.code, message: fill(manage.unchanged, { reason: lost }) },
      );
      if (lost === null) return;
      setChosen(null);
      setVersion((count) => count + 1);
    }
  }

  return (
    <section className="grid gap-5 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <FocusedHeading>{manage.moveTitle}</FocusedHeading>
        <Button variant="ghost" onClick={props.onLeave}>
          {manage.keepTime}
        </Button>
      </div>
      {chosen === null && <FormError error={refusal} />}
      <div hidden={chosen !== null}>
        <TimePicker
          heading={words.time.chooseOther}
          theirZone={theirZone}
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
          <FocusedHeading>{manage.moveTo}</FocusedHeading>
          <dl className="grid gap-x-4 gap-y-1 text-lg sm:grid-cols-[4rem_minmax(0,1fr)]">
            <dt className="text-muted">{manage.from}</dt>
            <dd className="text-muted line-through">{rangeIn(zone, startMs)}</dd>
            <dt className="text-muted">{manage.to}</dt>
            <dd className="font-medium">
              {rangeIn(zone, chosen.startMs)}
              {clocksDiffer(zone, theirZone, chosen.startMs) && (
                <span className="block text-base font-normal text-muted">
                  {fill(words.time.inZone, {
                    city: zoneCity(theirZone),
                    when: rangeIn(theirZone, chosen.startMs),
                  })}
                </span>
              )}
            </dd>
          </dl>
          <FormError error={refusal} />
          <Field
            label={manage.reason}
            name="reason"
            optional={words.form.optional}
            hint={manage.reasonHint}
          >
            <Textarea name="reason" maxLength={500} rows={2} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setChosen(null)}>{words.time.chooseOther}</Button>
            <Button type="submit" variant="primary" loading={sending}>
              {manage.moveNow}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
