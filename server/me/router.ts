import { organizationProcedure, router } from "../trpc";
import { getMe } from "./read";
import { GetMe, Me } from "./schema";

export const meRouter = router({
  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/me",
        tags: ["API keys"],
        operationId: "getMe",
        summary: "Who am I",
        description:
          "The organization, mode, scopes and limits of the key that asks: any valid key may. Good for checking a key before using it.",
      },
    })
    .input(GetMe)
    .output(Me)
    .query(({ ctx }) => getMe(ctx.scope)),
});
