import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { EventType } from "@/server/event-types/schema";
import { duplicateOf } from "./duplicate";

/** Slugs tried before giving up; nobody has this many copies of one event type. */
const maxAttempts = 20;

/** Makes a copy of an event type, hours included, and opens it. */
export function useDuplicate(): (type: EventType) => Promise<void> {
  const client = useTrpcClient();
  const router = useRouter();

  async function create(type: EventType, attempt = 1): Promise<EventType> {
    try {
      return await client.eventTypes.create.mutate(duplicateOf(type, attempt));
    } catch (error) {
      if (pageError(error).code !== "conflict" || attempt === maxAttempts) throw error;
      return await create(type, attempt + 1);
    }
  }

  return async (type) => {
    try {
      const { timezone, rules, overrides } = await client.availability.getRules.query({
        id: type.id,
      });
      const copy = await create(type);
      await client.availability.replaceRules.mutate({
        id: copy.id,
        timezone,
        rules: rules.map(({ day_of_week, start_time, end_time }) => ({
          day_of_week,
          start_time,
          end_time,
        })),
        overrides,
      });
      toast.success(`“${copy.title}” is made`, {
        description: "It is inactive until you activate it.",
      });
      router.push(`/event-types/${copy.id}`);
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
  };
}
