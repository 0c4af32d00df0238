import { ArrowLeftIcon, ArrowRightIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { cn } from "@/app/_components/cn";
import { type Guide, guidePath, guides } from "../../guides";
import { OnThisPage } from "../on-this-page";

type Props = { params: Promise<{ guide: string }> };

async function guideOf({ params }: Props): Promise<Guide> {
  const { guide: slug } = await params;
  return guides.find((guide) => guide.slug === slug) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = await guideOf(props);
  return { title: `${title} · Docs`, description };
}

export default async function GuidePage(props: Props) {
  const guide = await guideOf(props);
  const { default: Content, outline } = await guide.load();
  const position = guides.indexOf(guide);
  return (
    <div className="min-w-0 xl:grid xl:grid-cols-[minmax(0,1fr)_15rem]">
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-8 outline-none sm:px-10 sm:py-12">
        <article className="mx-auto max-w-[46rem]">
          <header className="grid gap-2 pb-8">
            <h1 className="text-3xl font-semibold">{guide.title}</h1>
            <p className="text-lg text-pretty text-muted">{guide.description}</p>
          </header>
          <details className="mb-8 rounded-lg border border-line bg-surface px-4 py-2.5 xl:hidden">
            <summary className="text-base font-medium">On this page</summary>
            <ul className="grid pt-1.5">
              {outline.map(({ id, text, depth }) => (
                <li key={id} className={cn(depth > 2 && "pl-4")}>
                  <a href={`#${id}`} className="block py-1 text-base text-muted hover:text-ink">
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </details>
          <div className="guide">
            <Content />
          </div>
          <nav aria-label="More guides" className="mt-12 flex gap-3 border-t border-line pt-6">
            <Neighbour guide={guides[position - 1]} direction="previous" />
            <Neighbour guide={guides[position + 1]} direction="next" />
          </nav>
        </article>
      </main>
      <OnThisPage headings={outline} />
    </div>
  );
}

function Neighbour({
  guide,
  direction,
}: {
  guide: Guide | undefined;
  direction: "previous" | "next";
}) {
  if (guide === undefined) return null;
  const isNext = direction === "next";
  return (
    <Link
      href={guidePath(guide)}
      rel={isNext ? "next" : "prev"}
      className={cn("group grid gap-0.5 rounded-md py-1 text-base", isNext && "ml-auto text-right")}
    >
      <span className="text-sm text-muted">{isNext ? "Next" : "Previous"}</span>
      <span className="inline-flex items-center gap-1.5 font-medium group-hover:text-accent-text">
        {!isNext && <ArrowLeftIcon aria-hidden className="size-4" />}
        {guide.title}
        {isNext && <ArrowRightIcon aria-hidden className="size-4" />}
      </span>
    </Link>
  );
}
