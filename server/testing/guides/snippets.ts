import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readMeta } from "../../docs/remark-guide.mjs";

const folder = fileURLToPath(new URL("../../../app/(site)/docs/guides/", import.meta.url));

/** A fence of a guide. */
export type Snippet = {
  guide: string;
  /** The line on which its code begins. */
  line: number;
  language: string;
  meta: Readonly<Record<string, string>>;
  code: string;
};

/** A request in one language, with the answer that the guide shows to it. */
export type Example = Snippet & { answers: Snippet[] };

/** The guides by name, each with its text. */
export const guideTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".mdx"))
    .toSorted()
    .map((file) => [file.replace(/\.mdx$/, ""), readFileSync(folder + file, "utf8")]),
);

/** Every fence of a guide, in order. */
export function snippetsOf(guide: string): Snippet[] {
  const text = guideTexts.get(guide) ?? "";
  return [...text.matchAll(/^```(\w+) *(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = "", 2: meta, 3: code = "", index }) => ({
      guide,
      line: text.slice(0, index).split("\n").length + 1,
      language,
      meta: readMeta(meta),
      code,
    }),
  );
}

const isRequest = ({ language, meta }: Snippet) =>
  "run" in meta && (language === "bash" || language === "ts");

/**
 * What a reader of one language runs: each example once, in that language where it has it. An `answer` belongs to the
 * request before it.
 */
export function storyIn(language: "bash" | "ts", guide: string): Example[] {
  const examples: { bash?: Example; ts?: Example }[] = [];
  for (const snippet of snippetsOf(guide)) {
    const last = examples.at(-1);
    const isAnswered = [last?.bash, last?.ts].some((each) => each?.answers.length);
    if ("answer" in snippet.meta) {
      last?.bash?.answers.push(snippet);
      last?.ts?.answers.push(snippet);
    } else if (isRequest(snippet)) {
      const example = { ...snippet, answers: [] };
      if (snippet.language === "bash") examples.push({ bash: example });
      // The TypeScript of the request before it says the same, and so does its meta.
      else if (last?.bash !== undefined && last.ts === undefined && !isAnswered)
        last.ts = { ...example, meta: { ...last.bash.meta, ...snippet.meta } };
      else examples.push({ ts: example });
    }
  }
  return examples.flatMap((example) => {
    const told = example[language] ?? example.bash ?? example.ts;
    return told === undefined ? [] : [told];
  });
}

export const whereIs = ({ guide, line }: Snippet): string => `${guide}.mdx:${line}`;
