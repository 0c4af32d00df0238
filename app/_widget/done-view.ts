import { h } from "./dom";
import { fill } from "../(booking)/words/fill";
import type { Session } from "./session";

type Parts = {
  heading: (title: string, ...rest: (Node | null)[]) => HTMLElement;
  /** The booked time in words. */
  when: string;
  onMove: () => void;
};

/** What was booked or moved, and how to change it. */
export function doneView(session: Session, { heading, when, onMove }: Parts): HTMLElement[] {
  const { labels, booking, token, eventType, baseUrl } = session;
  if (booking === null) return [];
  const meeting = booking.meeting_url;
  const link = `${baseUrl.replace(/\/+$/, "")}/manage/${booking.id}?token=${encodeURIComponent(token)}`;
  const outside = { target: "_blank", rel: "noreferrer" };
  const join = { ...outside, href: meeting ?? "" };
  return [
    heading(
      booking.rescheduled_at === null ? labels.booked : labels.moved,
      h("p", {}, eventType.title),
    ),
    h(
      "div",
      { class: "field" },
      h("p", {}, h("strong", {}, when)),
      booking.location === null ? null : h("p", {}, booking.location),
      meeting?.startsWith("https://") ? h("p", {}, h("a", join, labels.join)) : null,
      h("p", {}, fill(labels.sentTo, { email: booking.invitee_email })),
    ),
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", onclick: onMove }, labels.moveAgain),
      h("a", { ...outside, href: link }, labels.manage),
    ),
  ];
}
