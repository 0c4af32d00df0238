import { prisma } from "../db";
import { reachesPeople } from "../scope";
import { sqlTransaction } from "../sql";
import { loadBooking } from "./load-booking";
import { reminderTimes, replaceReminders } from "./reminders";

/** Sets the reminders of the booking that an event is about, as it stands now. The sandbox has none: it sends no mail. */
export async function scheduleReminders(eventId: string): Promise<void> {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  if (!reachesPeople(event)) {
    return;
  }
  const loaded = await loadBooking(event.resourceId);
  if (loaded === null) {
    return;
  }
  const { booking, facts, reminderIntervals } = loaded;
  const { startMs } = facts;
  const times =
    booking.status === "confirmed" ? reminderTimes(startMs, reminderIntervals, Date.now()) : [];
  await sqlTransaction((tx) =>
    replaceReminders(
      tx,
      booking.id,
      times.map((time) => ({ ...time, startMs })),
    ),
  );
}
