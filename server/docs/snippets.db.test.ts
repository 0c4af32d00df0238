import { beforeAll, describe, expect, test } from "vitest";
import { env } from "../env";
import { typeErrors } from "../testing/guides/check-types";
import { holdAnswer, holdHeadersShown, valueAt } from "../testing/guides/compare";
import {
  newReader,
  type Placeholders,
  readerWithScopes,
  situations,
} from "../testing/guides/organizations";
import { type Exchange, type Recorder, serveRecorded } from "../testing/guides/recorder";
import { runShell, runTypeScript } from "../testing/guides/run";
import {
  type Example,
  guideTexts,
  type Snippet,
  snippetsOf,
  storyIn,
  whereIs,
} from "../testing/guides/snippets";
import { hold } from "../testing/rest";
import { readDocsFacts } from "./read";

// Every fence of a guide that is a request is run as a reader would run it, against this server over HTTP, once in each
// language; `norun` says why one is not. In its meta: `run`, the expected `status` (200 unless said), `save="NAME=path"` for what later examples call
// NAME, `scopes` and `given` for the organization it needs, `operation` for the link to the API reference.

const guides = [...guideTexts.keys()];
const all = guides.flatMap(snippetsOf);

let server: Recorder;
beforeAll(async () => {
  server = await serveRecorded();
});

const fill = (code: string, placeholders: Placeholders): string =>
  Object.entries(placeholders).reduce(
    (filled, [name, value]) => filled.replaceAll(name, value),
    code,
  );

const minuteNow = () => Math.floor(Date.now() / 60_000);

/** Runs an example. @returns its last exchange with the server */
async function perform(example: Example, reader: Placeholders): Promise<Exchange> {
  const { language, meta } = example;
  const situation = situations[meta["given"] ?? ""];
  for (;;) {
    const minute = minuteNow();
    const own =
      (await situation?.()) ??
      (meta["scopes"] === undefined ? {} : await readerWithScopes(meta["scopes"]));
    const facts = readDocsFacts(Date.now()).placeholders;
    const code = fill(example.code, { ...facts, ...reader, ...own, BASE_URL: server.address });
    const secrets = { ASTROCAL_SERVICE_KEY: env.ASTROCAL_SERVICE_KEY[0] ?? "" };
    server.take();
    const run = language === "bash" ? runShell : runTypeScript;
    const outcome = await run(code, secrets);
    const last = server.take().at(-1);
    expect(outcome).toMatchObject({ code: 0 });
    if (last === undefined) throw new Error("No request reached the server");
    // What a minute's limit is about must happen within one minute.
    if (situation === undefined || minute === minuteNow()) return last;
  }
}

function save(meta: Snippet["meta"], { body }: Exchange, reader: Placeholders): void {
  const pairs = (meta["save"] ?? "").split(" ").filter((pair) => pair !== "");
  for (const [name = "", path = ""] of pairs.map((pair) => pair.split("="))) {
    reader[name] = valueAt(body, path);
  }
}

describe.each(guides)("%s", (guide) => {
  describe.each(["bash", "ts"] as const)("in %s", (language) => {
    const story = storyIn(language, guide);
    let reader: Placeholders;
    beforeAll(async () => {
      reader = await newReader();
    });

    test.each(story.map((example) => ({ where: whereIs(example), example })))(
      "$where does what the guide says",
      async ({ example }) => {
        const exchange = await perform(example, reader);
        hold({ method: exchange.method, url: exchange.url }, exchange);
        const { status, body } = exchange;
        expect({ status, body }).toMatchObject({ status: Number(example.meta["status"] ?? 200) });
        for (const answer of example.answers) {
          const facts = readDocsFacts(Date.now()).placeholders;
          const shown = fill(answer.code, { ...facts, ...reader });
          if (answer.language === "json") holdAnswer(shown, exchange.body);
          else holdHeadersShown(shown, exchange.headers);
        }
        save(example.meta, exchange, reader);
      },
    );
  });
});

test("every TypeScript snippet is well typed", () => {
  expect(typeErrors(all.filter(({ language }) => language === "ts"))).toEqual([]);
});

test("every snippet is run, is an answer, or says why it is neither", () => {
  const idle = all.filter(({ meta }) => !("run" in meta) && !("answer" in meta));
  expect(idle.filter(({ meta }) => (meta["norun"] ?? "") === "").map(whereIs)).toEqual([]);
  process.stdout.write(
    ["Not run:", ...idle.map((each) => `${whereIs(each)}: ${each.meta["norun"]}`), ""].join("\n  "),
  );
});

test("snippets are run in the language of their fence, with a status where it is none of success", () => {
  const languages = new Set(all.filter(({ meta }) => "run" in meta).map((each) => each.language));
  expect([...languages].toSorted()).toEqual(["bash", "ts"]);
});
