import { ArrowRightIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";

import { ButtonAnchor } from "@/app/_components/button-anchor";
import { ButtonLink } from "@/app/_components/button-link";
import { guidePath, guides } from "../guides";

export const metadata: Metadata = {
  title: "Documentation",
  description: "Guides to Astrocal's scheduling API, and the reference of every operation.",
};

export default function DocsPage() {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="grid content-start gap-10 px-4 py-8 outline-none sm:px-10 sm:py-12"
    >
      <div className="grid max-w-2xl gap-4">
        <h1 className="text-3xl font-semibold sm:text-4xl">Documentation</h1>
        <p className="text-lg text-pretty text-muted">
          Astrocal is a REST API for scheduling: ask when someone is free, book a time, move it,
          cancel it. Begin with a test key, which sees only test data; a live key does the same for
          real.
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/docs/quickstart" variant="primary">
            Start with the Quickstart
          </ButtonLink>
          <ButtonAnchor href="/docs/api">API reference</ButtonAnchor>
          <ButtonAnchor href="/v1/openapi.json" variant="ghost">
            OpenAPI document
          </ButtonAnchor>
        </div>
      </div>
      <ul className="grid max-w-4xl gap-3 sm:grid-cols-2">
        {guides.map((guide) => (
          <li key={guide.slug}>
            <Link
              href={guidePath(guide)}
              className="group grid h-full content-start gap-1 rounded-lg border border-line bg-surface p-4 hover:bg-hover"
            >
              <span className="flex items-center justify-between gap-2 text-lg font-semibold">
                {guide.title}
                <ArrowRightIcon
                  aria-hidden
                  className="size-4 text-faint group-hover:text-accent-text"
                />
              </span>
              <span className="text-base text-pretty text-muted">{guide.description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
