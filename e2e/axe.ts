import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { z } from "zod";

const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const Found = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** Has axe in every page that is loaded from now on. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ path });
}

/**
 * What axe finds wrong with a page as it is, or with what is over it: all of WCAG 2.2 AA that can be computed, and what else
 * axe advises. In the frames of mails nothing may run, axe neither.
 */
export async function findWrong(page: Page, within = "html"): Promise<string[]> {
  const result = await page.evaluate(async (within) => {
    const axe: { run: (context: string, options: unknown) => Promise<unknown> } = Reflect.get(
      window,
      "axe",
    );
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // A new theme is there with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // Menus are no landmarks, and hide the page's while they are open.
    const rules = {
      region: { enabled: within === "html" },
      // Not finished in axe, and against days of a calendar that are called by their whole date.
      "label-content-name-mismatch": { enabled: false },
    };
    return await axe.run(within, { runOnly, rules, iframes: false, resultTypes: ["violations"] });
  }, within);
  return Found.parse(result).violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = "" }) => `${id} (${help}) ${failureSummary} ${html.slice(0, 240)}`,
    ),
  );
}
