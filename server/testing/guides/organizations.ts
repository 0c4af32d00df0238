import { createApiKey } from "../../api-keys/create";
import { keyScopes } from "../../api-keys/scopes";
import { createBooking } from "../../bookings/create";
import { CreateBooking } from "../../bookings/schema";
import { prisma } from "../../db";
import { counters } from "../../rate-limit/counters";
import { planLimits } from "../../rate-limit/plans";
import { ahead, bookingOf, newEventType, newOrganization } from "../factories";

/** What stands in a guide for what a reader has: name → value. */
export type Placeholders = Record<string, string>;

/** An organization as a reader has one, on the plan that the guides' examples speak of. */
export async function newReader(): Promise<Placeholders> {
  const { organizationId, live, test } = await newOrganization({ tier: "launch", unseeded: true });
  return { "ac_live_...": live, "ac_test_...": test, ORGANIZATION_ID: organizationId };
}

/** A reader whose keys have these scopes only. */
export async function readerWithScopes(scopes: string): Promise<Placeholders> {
  const { scope } = await newOrganization();
  const wanted = keyScopes.filter((each) => scopes.split(",").includes(each));
  const { key } = await createApiKey(scope, { name: "Limited", mode: "test", scopes: wanted });
  return { "ac_test_...": key };
}

/** Situations that an example needs: `given=` in its meta. */
export const situations: Readonly<Record<string, () => Promise<Placeholders>>> = {
  "minute-used": async () => {
    const { organizationId, test } = await newOrganization({ tier: "launch" });
    const limit = planLimits("launch").perMinute ?? 0;
    const window = { name: "plan", window: "1m" as const, limit };
    await counters().count([window], `${organizationId}:test`, limit);
    return { "ac_test_...": test };
  },
  "quota-used": async () => {
    const { organizationId, live } = await newOrganization({ tier: "free" });
    const type = await newEventType(live);
    const caller = { nowMs: Date.now(), requestId: null, ipAddress: null, scope: null };
    const booking = bookingOf(type.id, ahead(3));
    await createBooking(caller, CreateBooking.parse(booking));
    // One was made, and as if the rest had been: counting them one by one is what the quota's own tests do.
    await prisma.bookingCount.updateMany({
      where: { organizationId },
      data: { bookings: planLimits("free").bookingsPerMonth ?? 0 },
    });
    return { "ac_live_...": live, EVENT_TYPE_ID: type.id, START_TIME: ahead(4) };
  },
};
