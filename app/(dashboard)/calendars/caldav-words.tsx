import type { ReactNode } from "react";
import type { Kind, SignInKind } from "./kinds";

export type CaldavKind = Exclude<Kind, SignInKind | "ics">;

type Words = { address?: string; user: string; password: string; hint: ReactNode };

/** What the fields are called at each provider, and where the password comes from. */
export const caldavWords: Record<CaldavKind, Words> = {
  icloud: {
    user: "Apple Account",
    password: "App-specific password",
    hint: (
      <>
        Not the one you sign in to Apple with.{" "}
        <Elsewhere href="https://support.apple.com/102654">Make an app-specific password</Elsewhere>
      </>
    ),
  },
  fastmail: {
    user: "Fastmail address",
    password: "App password",
    hint: (
      <>
        Not the one you sign in to Fastmail with.{" "}
        <Elsewhere href="https://app.fastmail.com/settings/security/apps">
          Make an app password
        </Elsewhere>{" "}
        that may reach calendars.
      </>
    ),
  },
  nextcloud: {
    address: "As you open it in the browser.",
    user: "User name",
    password: "App password",
    hint: "Make one in your Nextcloud: Personal settings → Security → Create new app password.",
  },
  caldav: {
    address: "The server's, or that of your account's calendars there.",
    user: "User name",
    password: "Password",
    hint: "An app password, if the server has them: it can be taken back by itself.",
  },
};

function Elsewhere({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="rounded-sm text-accent-text underline underline-offset-2"
    >
      {children}
    </a>
  );
}
