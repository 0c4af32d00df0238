/** What a mail is about, for the list; a kind that has no words yet shows its name. */
const labels: Readonly<Record<string, string>> = {
  booking_confirmed: "Booking, to the invitee",
  booking_reassigned: "New host, to the invitee",
  host_booking_reassigned: "New host, to the host",
  waitlist_joined: "Waitlist, to the guest",
  waitlist_promoted: "Place held, to the guest",
  waitlist_expired: "Hold ended, to the guest",
  invitation: "Invitation to the team",
  booking_moved: "Move, to the invitee",
  booking_cancelled: "Cancellation, to the invitee",
  booking_reminder: "Reminder, to the invitee",
  host_booking_confirmed: "Booking, to the host",
  host_booking_moved: "Move, to the host",
  host_booking_cancelled: "Cancellation, to the host",
  host_booking_reminder: "Reminder, to the host",
  webhook_disabled: "Webhook turned off",
  calendar_reconnect: "Calendar to connect again",
};

export const kindLabel = (kind: string): string => labels[kind] ?? kind;
