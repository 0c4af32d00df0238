import { z } from "zod";
import { env } from "../env";
import type { EventType as EventTypeRow } from "../generated/prisma/client";
import { instant } from "../schema";
import { type EventType, Question } from "./schema";

type Row = EventTypeRow & { organization: { slug: string } };

const Questions = z.array(Question);

/** The row as REST, dashboard and booking page see it. */
export const eventTypeResource = (row: Row): EventType => ({
  id: row.id,
  organization_id: row.organizationId,
  title: row.title,
  slug: row.slug,
  description: row.description,
  timezone: row.timeZone,
  duration_minutes: row.durationMinutes,
  duration_options: row.durationOptions.length === 0 ? null : row.durationOptions,
  buffer_before_minutes: row.bufferBeforeMinutes,
  buffer_after_minutes: row.bufferAfterMinutes,
  minimum_notice_minutes: row.minimumNoticeMinutes,
  booking_window_days: row.bookingWindowDays,
  slot_interval_minutes: row.slotIntervalMinutes,
  max_attendees: row.maxAttendees,
  booking_cap: row.bookingCap,
  booking_cap_period: row.bookingCapPeriod,
  waitlist_enabled: row.waitlistEnabled,
  waitlist_max_size: row.waitlistMaxSize,
  price_amount: row.priceAmount,
  price_currency: row.priceCurrency,
  reminder_intervals: row.reminderIntervals,
  color: row.color,
  conferencing_provider: row.conferencingProvider,
  location: row.location,
  assignment_strategy: row.assignmentStrategy,
  questions: Questions.parse(row.questions),
  active: row.active,
  is_test: row.isTest,
  booking_url: bookingUrl(row.organization.slug, row.slug, row.isTest),
  created_at: instant(row.createdAt),
  updated_at: instant(row.updatedAt),
});

/** Where an event type is booked by hand; the test side's page says so in its address. */
const bookingUrl = (organizationSlug: string, slug: string, isTest: boolean): string =>
  `${env.PUBLIC_URL}/${organizationSlug}/${slug}${isTest ? "?mode=test" : ""}`;
