"use client";

import { Card } from "@/app/_components/card";
import type { EditorForm } from "../use-editor";
import { QuestionsField } from "./questions-field";
import { RemindersField } from "./reminders-field";
import { Waiting } from "./waiting";
import { WaitlistFields } from "./waitlist-fields";

type Props = { form: EditorForm; eventTypeId: string; timeZone: string; isWaitedFor: boolean };

/** What invitees are asked, when they are reminded, and who waits. */
export function GuestsTab({ form, eventTypeId, timeZone, isWaitedFor }: Props) {
  return (
    <div className="grid gap-5">
      <Card
        title="Questions"
        description="Asked on the booking page after name and e-mail; answers are in the booking, its mail and its webhooks."
      >
        <QuestionsField form={form} />
      </Card>
      <Card title="Waitlist">
        <div className="grid gap-5">
          <WaitlistFields form={form} />
          {isWaitedFor && <Waiting eventTypeId={eventTypeId} timeZone={timeZone} />}
        </div>
      </Card>
      <Card title="Reminders" description="Mailed to invitee and host before it starts.">
        <RemindersField form={form} />
      </Card>
    </div>
  );
}
