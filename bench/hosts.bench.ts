import { prisma } from "../server/db";
import { newId } from "../server/ids";
import { addTenant, bookSome, type Tenant } from "./data";
import type { HttpRow } from "./http.bench";
import { getRepeatedly } from "./load";

const many = 100;
/** Of each host, so that a hundred have as much to be looked at for each as one has. */
const bookingsEach = 20;

/** A tenant whose event type has this many hosts, each with some of their own bookings. */
async function tenantWithHosts(count: number, start: string, end: string): Promise<Tenant> {
  const tenant = await addTenant(30);
  const { organizationId, eventTypeId } = tenant;
  const hosts = Array.from({ length: count }, () => ({ memberId: newId(), userId: newId() }));
  await prisma.user.createMany({
    data: hosts.map(({ userId }) => ({
      id: userId,
      name: "Host",
      email: `${userId}@example.com`,
      passwordHash: "none",
    })),
  });
  await prisma.member.createMany({
    data: hosts.map(({ memberId, userId }) => ({
      id: memberId,
      organizationId,
      userId,
      role: "member",
    })),
  });
  await prisma.eventTypeHost.createMany({
    data: hosts.map(({ memberId }) => ({ id: newId(), eventTypeId, memberId })),
  });
  for (let round = 0; round < count; round += 1) {
    // Each time who was unassigned longest is given the next, so all end up with as many.
    await bookSome(tenant, bookingsEach, start, end);
  }
  return tenant;
}

/** GET /v1/availability over 30 days of an event type with a hundred hosts, against one with one. */
export async function benchHosts(
  base: string,
  { start, end, seconds }: { start: string; end: string; seconds: number },
): Promise<HttpRow[]> {
  const measure = async (count: number) => {
    const { eventTypeId } = await tenantWithHosts(count, start, end);
    const url = `${base}/v1/availability?event_type_id=${eventTypeId}&start=${start}&end=${end}`;
    await getRepeatedly(url, 2);
    return await getRepeatedly(url, seconds);
  };
  const one = await measure(1);
  const all = await measure(many);
  const ratio = all.p50Ms / one.p50Ms;
  return [
    { name: "availability, 1 host", ...one },
    {
      name: `availability, ${many} hosts, p50 against 1`,
      ...all,
      ratio,
      aim: "≤ 10",
      met: ratio <= 10,
    },
  ];
}
