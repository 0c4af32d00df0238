import { env } from "../env";
import type { Sender } from "./sender";

/** Whom this server's mail comes from, and who organizes the invitations in it. */
export const ownSender: Sender = env.MAIL_FROM ?? {
  name: "Astrocal",
  address: `no-reply@${new URL(env.PUBLIC_URL).hostname}`,
};
