import { describe, expect, it } from "vitest";
import { deleteEventType } from "../event-types/delete";
import { newEventType, newOrganization } from "../testing/factories";
import { cancelBooking } from "./cancel";
import { createBooking } from "./create";
import { getBookingForInvitee, getBookingIcs } from "./read-for-invitee";

const nowMs = Date.now();
const stranger = { scope: null, nowMs, requestId: null, ipAddress: null };
const hourMs = 3_600_000;
const startMs = Math.ceil(nowMs / hourMs) * hourMs + 48 * hourMs;

async function groupBooking() {
  const organization = await newOrganization();
  const type = await newEventType(organization.live, { title: "Workshop", max_attendees: 5 });
  const book = (name: string) =>
    createBooking(stranger, {
      event_type_id: type.id,
      start_time: startMs,
      attendees: [{ name, email: `${name}@example.com`, timezone: "Europe/Berlin" }],
    });
  const mine = await book("Ada");
  const other = await book("Grace");
  return { organization, type, mine, other };
}

const link = (booking: { id: string; cancel_token: string | null }) => ({
  id: booking.id,
  token: booking.cancel_token ?? undefined,
});

describe("what an invitee's page is told", () => {
  it("is the booking, what was booked and by whom it is offered, without its token", async () => {
    const { organization, mine } = await groupBooking();
    const found = await getBookingForInvitee(stranger, link(mine));
    expect(found.booking).toMatchObject({ id: mine.id, cancel_token: null });
    expect(found.event_type).toMatchObject({ title: "Workshop", bookable: true });
    expect(found.booking.organization_id).toBe(organization.organizationId);
  });

  it("names nobody else of the same session", async () => {
    const { mine } = await groupBooking();
    const found = await getBookingForInvitee(stranger, link(mine));
    expect(found.booking.attendees.map(({ name }) => name)).toEqual(["Ada"]);
    expect(JSON.stringify(found)).not.toContain("Grace");
  });

  it("is nothing for a wrong, missing or another booking's token, nor for a booking that is not there", async () => {
    const { mine, other } = await groupBooking();
    const wrong = [
      { id: mine.id, token: "wrong" },
      { id: mine.id, token: undefined },
      { id: mine.id, token: other.cancel_token ?? undefined },
      { id: mine.event_type_id, token: mine.cancel_token ?? undefined },
    ];
    for (const input of wrong) {
      await expect(getBookingForInvitee(stranger, input)).rejects.toMatchObject({
        code: "unauthorized",
      });
      await expect(getBookingIcs(stranger, input)).rejects.toMatchObject({ code: "unauthorized" });
    }
  });

  it("stays when the event type is deleted, which can then not be booked again", async () => {
    const { organization, type, mine } = await groupBooking();
    await deleteEventType(organization.scope, type.id);
    const found = await getBookingForInvitee(stranger, link(mine));
    expect(found.event_type).toMatchObject({ title: "Workshop", bookable: false });
  });

  it("is a calendar file too, which says when the booking is cancelled", async () => {
    const { mine } = await groupBooking();
    expect(await getBookingIcs(stranger, link(mine))).toContain("STATUS:CONFIRMED");
    await cancelBooking(stranger, link(mine));
    expect(await getBookingIcs(stranger, link(mine))).toContain("STATUS:CANCELLED");
  });
});
