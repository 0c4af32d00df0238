import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { z } from "zod";

const require = createRequire(import.meta.url);

const google = join(dirname(require.resolve("@googleapis/calendar/package.json")), "build/v3.d.ts");
const microsoft = join(
  dirname(require.resolve("@microsoft/microsoft-graph-types/package.json")),
  "microsoft-graph.d.ts",
);

/**
 * Where the providers' own declarations are, and what of them is looked at. Of Graph's entities, what leads on to
 * other entities is left out: we never ask for it, and the whole of Graph hangs on it.
 */
const sources = {
  google: {
    path: google,
    types: {
      Event: "calendar_v3.Schema$Event",
      Events: "calendar_v3.Schema$Events",
      CalendarList: "calendar_v3.Schema$CalendarList",
      FreeBusyRequest: "calendar_v3.Schema$FreeBusyRequest",
      FreeBusyResponse: "calendar_v3.Schema$FreeBusyResponse",
    },
  },
  microsoft: {
    path: microsoft,
    types: {
      Event:
        'Omit<Event, "attachments" | "calendar" | "extensions" | "instances" | "exceptionOccurrences">',
      Calendar:
        'Omit<Calendar, "calendarPermissions" | "calendarView" | "events" | "singleValueExtendedProperties" | "multiValueExtendedProperties">',
      User: 'Pick<User, "id" | "displayName" | "mail" | "userPrincipalName">',
    },
  },
} satisfies Record<string, { path: string; types: Record<string, string> }>;

type Provider = keyof typeof sources;
type TypeName<P extends Provider> = keyof (typeof sources)[P]["types"] & string;

const Schemas = z.record(z.string(), z.record(z.string(), z.unknown()));

const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map<Provider, ReturnType<typeof compile>>();

async function compile(provider: Provider) {
  const schemas = await schemasOf(provider);
  return new Map(Object.entries(schemas).map(([type, schema]) => [type, ajv.compile(schema)]));
}

/**
 * Judges what goes over the wire by the provider's official types: a property that they do not know is a fault.
 * @returns what is wrong, or null
 */
export async function judgeOf<P extends Provider>(
  provider: P,
): Promise<(type: TypeName<P>, value: unknown) => string | null> {
  const found = validators.get(provider) ?? compile(provider);
  validators.set(provider, found);
  const compiled = await found;
  return (type, value) => {
    const validate = compiled.get(type);
    if (validate === undefined) {
      throw new Error(`no schema of ${type}`);
    }
    return validate(value) ? null : `${type}: ${ajv.errorsText(validate.errors)}`;
  };
}

/** Two seconds' work, done once for a version of the types and kept with the system's temporary files. */
async function schemasOf(provider: Provider): Promise<z.output<typeof Schemas>> {
  const { path, types } = sources[provider];
  // The imports lead to thousands of files and to nothing that is sent.
  const declared = (await readFile(path, "utf8")).replaceAll(/^import .*$/gm, "");
  const aliases = Object.entries(types).map(([name, type]) => `export type Wire${name} = ${type};`);
  const text = [declared, ...aliases].join("\n");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), "astrocal-wire-schemas");
  const kept = join(folder, `${provider}-${hash}.json`);
  const found = await readFile(kept, "utf8").catch(() => null);
  if (found !== null) {
    return Schemas.parse(JSON.parse(found));
  }
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, "work-"));
  try {
    const schemas = await generate(work, text, Object.keys(types));
    // In one step, as other tests may be looking for it.
    await writeFile(join(work, "schemas.json"), JSON.stringify(schemas));
    await rename(join(work, "schemas.json"), kept);
    return schemas;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function generate(folder: string, text: string, names: readonly string[]) {
  const { createGenerator } = await import("ts-json-schema-generator");
  const path = join(folder, "types.d.ts");
  const tsconfig = join(folder, "tsconfig.json");
  await writeFile(path, text);
  await writeFile(
    tsconfig,
    JSON.stringify({
      compilerOptions: { strict: true, types: [], lib: ["ES2022"] },
      files: ["types.d.ts"],
    }),
  );
  const generator = createGenerator({
    path,
    tsconfig,
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: "none",
  });
  return Schemas.parse(
    Object.fromEntries(names.map((name) => [name, generator.createSchema(`Wire${name}`)])),
  );
}
