"use client";

import { Card } from "@/app/_components/card";
import type { EditorForm } from "../use-editor";
import { QuestionsField } from "./questions-field";
import { RemindersField } from "./reminders-field";

/** What invitees are asked, and when they are reminded. */
export function GuestsTab({ form }: { form: EditorForm }) {
  return (
    <div className="grid gap-5">
      <Card
        title="Questions"
        description="Asked on the booking page after name and e-mail; answers are in the booking, its mail and its webhooks."
      >
        <QuestionsField form={form} />
      </Card>
      <Card title="Reminders" description="Mailed to invitee and host before it starts.">
        <RemindersField form={form} />
      </Card>
    </div>
  );
}
