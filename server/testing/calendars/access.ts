import type { ProviderAccess } from "../../calendars/calls";
import { type CalendarEvent, CalendarError } from "../../calendars/provider";
import { newId } from "../../ids";
import { outgoingBy } from "../../outgoing/call";
import type { JsonPeer } from "./json-peer";

const { call } = outgoingBy({ allowPrivate: true, ports: [443] });

/** The way into a peer's account, its token always good. */
export const accessTo = (peer: JsonPeer, given: Partial<ProviderAccess> = {}): ProviderAccess => ({
  call,
  baseUrl: peer.baseUrl,
  accessToken: () => Promise.resolve(peer.token ?? ""),
  timeZone: "Europe/Berlin",
  deadlineMs: 10_000,
  ...given,
});

/** The failure that something must end in. */
export const failureOf = (work: Promise<unknown>): Promise<CalendarError> =>
  work.then(
    () => {
      throw new Error("it succeeded");
    },
    (error: unknown) => {
      if (error instanceof CalendarError) {
        return error;
      }
      throw error;
    },
  );

/** A booking of half an hour at ten o'clock UTC on 2 March 2026. */
export function bookingEvent(given: Partial<CalendarEvent> = {}): CalendarEvent {
  const key = newId();
  return {
    key,
    uid: `${key}@astrocal.example`,
    startMs: Date.parse("2026-03-02T10:00:00Z"),
    endMs: Date.parse("2026-03-02T10:30:00Z"),
    title: "Intro call: Ada Lovelace",
    description: "Ada Lovelace\nada@example.com",
    location: null,
    conferencing: null,
    ...given,
  };
}
