import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { RefusedCall } from "@/app/_trpc/error";
import type { AppRouter } from "@/server/router";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** A procedure as a function. @throws RefusedCall, or what `fetch` throws when there is no answer */
function procedure<Of extends keyof Inputs, Name extends keyof Inputs[Of] & keyof Outputs[Of]>(
  method: "GET" | "POST",
  of: Of,
  name: Name,
): (input: Inputs[Of][Name]) => Promise<Outputs[Of][Name]>;
function procedure(method: "GET" | "POST", of: string, name: string) {
  return async (input: unknown): Promise<unknown> => {
    const path = `/api/trpc/${of}.${name}`;
    const json = JSON.stringify(input);
    const isQuery = method === "GET";
    const response = await fetch(isQuery ? `${path}?input=${encodeURIComponent(json)}` : path, {
      method,
      headers: { "content-type": "application/json", "x-astrocal-visitor": "1" },
      ...(isQuery ? {} : { body: json }),
    });
    const answer: unknown = await response.json();
    const { result, error } = Object(answer);
    if (!response.ok || result === undefined) throw new RefusedCall(error);
    return result.data;
  };
}

/**
 * Calls public procedures as anyone may, whoever is signed in. Without tRPC's own client (7 kB) and React Query: a
 * stranger's phone has to load every kilobyte of these pages, which ask for little.
 */
export const visitor = {
  listTimes: procedure("GET", "availability", "list"),
  listTimesToMove: procedure("GET", "bookings", "rescheduleSlots"),
  book: procedure("POST", "bookings", "create"),
  move: procedure("POST", "bookings", "reschedule"),
  cancel: procedure("POST", "bookings", "cancel"),
  joinWaitlist: procedure("POST", "waitlist", "join"),
  leaveWaitlist: procedure("POST", "waitlist", "cancel"),
  claimPlace: procedure("POST", "waitlist", "claim"),
};
