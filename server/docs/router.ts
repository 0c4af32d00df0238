import { organizationProcedure, publicProcedure, router } from "../trpc";
import { makePlaygroundKey } from "./make-playground-key";
import { readDocsFacts } from "./read";
import { DocsFacts, PlaygroundKey } from "./schema";

/** The documentation's own; not part of `/v1`. */
export const docsRouter = router({
  facts: publicProcedure.output(DocsFacts).query(({ ctx }) => readDocsFacts(ctx.nowMs)),

  makePlaygroundKey: organizationProcedure
    .output(PlaygroundKey)
    .mutation(({ ctx }) => makePlaygroundKey(ctx.scope)),
});
