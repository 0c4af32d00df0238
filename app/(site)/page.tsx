import { CalendarCheckIcon, CodeXmlIcon, ServerIcon } from "lucide-react";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { Brand } from "@/app/_components/brand";
import { ButtonLink } from "@/app/_components/button-link";
import { CodeBlock } from "@/app/_components/code-block";
import { ThemeToggle } from "@/app/_components/theme-toggle";

export default async function LandingPage() {
  const origin = originOf(await headers());
  return (
    <div className="mx-auto grid max-w-5xl gap-16 px-5 py-6 sm:px-8">
      <header className="flex items-center justify-between gap-3">
        <Brand />
        <div className="flex items-center gap-1">
          <ThemeToggle />
          <ButtonLink href="/docs" variant="ghost" className="max-sm:hidden">
            Docs
          </ButtonLink>
          <ButtonLink href="/sign-in" variant="ghost">
            Sign in
          </ButtonLink>
        </div>
      </header>
      <main className="grid gap-16">
        <section className="grid items-center gap-10 lg:grid-cols-2">
          <div className="grid gap-5">
            <h1 className="text-3xl font-semibold sm:text-4xl">Scheduling you can build on</h1>
            <p className="text-lg text-pretty text-muted">
              Astrocal is a scheduling API with a dashboard and hosted booking pages. Ask it when
              someone is free, book a time, move it, cancel it. It is open source and runs on your
              own server.
            </p>
            <div className="flex flex-wrap gap-2">
              <ButtonLink href="/sign-up" variant="primary" size="lg">
                Create an organization
              </ButtonLink>
              <ButtonLink href="/docs" size="lg">
                Documentation
              </ButtonLink>
            </div>
          </div>
          <CodeBlock label="When is there a free slot?" code={availabilityCall(origin)} />
        </section>
        <section
          aria-label="What it does"
          className="grid gap-8 border-t border-line pt-10 sm:grid-cols-3"
        >
          <Point icon={<CodeXmlIcon />} title="One REST API">
            Event types, weekly hours, availability, bookings. Test keys see only test data.
          </Point>
          <Point icon={<CalendarCheckIcon />} title="No double bookings">
            The database itself refuses two overlapping bookings of one host.
          </Point>
          <Point icon={<ServerIcon />} title="Yours to run">
            One process and one Postgres. It can bring its own Postgres, or use the one you have.
          </Point>
        </section>
      </main>
    </div>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <span aria-hidden className="mb-1 text-accent-text [&_svg]:size-5">
        {icon}
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-base text-pretty text-muted">{children}</p>
    </div>
  );
}

function availabilityCall(origin: string): string {
  return [
    `curl -G ${origin}/v1/availability \\`,
    "  -d event_type_id=YOUR_EVENT_TYPE_ID \\",
    "  -d start=2026-12-01 -d end=2026-12-07 \\",
    "  -d timezone=Europe/Berlin",
  ].join("\n");
}

/** Where this page was asked for. Only what can stand in a shell line unquoted is taken from a header. */
function originOf(requestHeaders: Headers): string {
  const host = requestHeaders.get("host") ?? "";
  if (!/^[\w.:[\]-]+$/u.test(host)) return "http://localhost:3000";
  return `${requestHeaders.get("x-forwarded-proto") === "https" ? "https" : "http"}://${host}`;
}
