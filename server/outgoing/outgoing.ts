import { env } from "../env";
import { outgoingBy } from "./call";

/** The way out for whatever customers name: their webhooks, their calendars' servers. */
export const outgoing = outgoingBy({
  allowPrivate: env.WEBHOOK_ALLOW_PRIVATE,
  ports: env.WEBHOOK_PORTS,
});
