import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import type { Booking } from "@/server/bookings/schema";
import type { Month } from "../../months";
import { useWords } from "../../words/use-words";
import { CancelForm } from "./cancel-form";
import { MoveForm } from "./move-form";

export type ManageActionsProps = {
  booking: Booking;
  token: string;
  /** False where the event type takes no bookings any more. */
  canMove: boolean;
  /** The event type's. */
  theirZone: string;
  nowMs: number;
  lastMonth: Month;
  capacity: number;
};

/** Move and cancel, one at a time, each in the page rather than in a window over it. */
export function ManageActions(props: ManageActionsProps) {
  const { manage } = useWords().words;
  const [doing, setDoing] = useState<"move" | "cancel" | null>(null);
  const [last, setLast] = useState<"move" | "cancel" | null>(null);
  const buttons = useRef<HTMLDivElement>(null);

  // Who leaves a form is back where it was opened.
  useEffect(() => {
    if (doing === null && last !== null) {
      buttons.current?.querySelector<HTMLElement>(`[data-action="${last}"]`)?.focus();
    }
  }, [doing, last]);

  function open(action: "move" | "cancel") {
    setDoing(action);
    setLast(action);
  }

  const leave = () => setDoing(null);
  if (doing === "move") return <MoveForm {...props} onLeave={leave} />;
  if (doing === "cancel") {
    return <CancelForm id={props.booking.id} token={props.token} onLeave={leave} />;
  }
  return (
    <div ref={buttons} className="flex flex-wrap gap-2 border-t border-line pt-6 sm:pl-34">
      {props.canMove && (
        <Button data-action="move" onClick={() => open("move")}>
          {manage.move}
        </Button>
      )}
      <Button
        data-action="cancel"
        variant="ghost"
        className="text-danger-text"
        onClick={() => open("cancel")}
      >
        {manage.cancel}
      </Button>
    </div>
  );
}
