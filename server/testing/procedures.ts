import { callTRPCProcedure } from "@trpc/server";
import { z } from "zod";
import { callerError } from "../caller-error";
import { publishedProcedures } from "../rest-routes";
import { appRouter } from "../router";
import type { Context } from "../trpc";
import type { Input } from "./inputs";

const Inputs = z.object({ inputs: z.array(z.instanceof(z.ZodType)).default([]) });

/** Every procedure, published or not, by its place in the router, with the schema of its input if it has any. */
export const procedures = publishedProcedures().map(([name, { _def }]) => ({
  name,
  type: _def.type,
  isPublished: z.object({ openapi: z.unknown() }).safeParse(_def.meta).data?.openapi !== undefined,
  schema: Inputs.parse(_def).inputs.at(-1) ?? null,
}));
export type Procedure = (typeof procedures)[number];

/** What comes of a call: the answer, or what the caller is told. */
export type Outcome = { answer: unknown } | { code: string; message: string; details?: unknown };

/** Calls a procedure in this context, as every door does in the end. */
export async function callProcedure(
  { name, type, schema }: Procedure,
  ctx: Context,
  input: Input,
): Promise<Outcome> {
  try {
    const answer: unknown = await callTRPCProcedure({
      router: appRouter,
      path: name,
      type,
      ctx,
      getRawInput: async () => (schema === null ? undefined : input),
      signal: undefined,
      batchIndex: 0,
    });
    return { answer };
  } catch (error) {
    const { code, message, details } = callerError(error);
    return { code, message, ...(details === undefined ? {} : { details }) };
  }
}

/** Where in an input an id stands, as a path of names; through a list, at its first entry. */
export function idPaths(schema: z.ZodType | null): string[][] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      idPaths(z.instanceof(z.ZodType).parse(field)).map((path) => [name, ...path]),
    );
  }
  if (schema instanceof z.ZodArray) {
    return idPaths(z.instanceof(z.ZodType).parse(schema.element)).map((path) => ["0", ...path]);
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return idPaths(z.instanceof(z.ZodType).parse(schema.unwrap()));
  }
  const takes = (value: string) => schema?.safeParse(value).success === true;
  return takes("019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d") && !["no", "no-id-but-as-long"].some(takes)
    ? [[]]
    : [];
}
