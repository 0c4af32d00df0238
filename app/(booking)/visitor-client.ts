import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { AppRouter } from "@/server/router";

/**
 * Calls public procedures as anyone may, whoever is signed in. Without React Query (and its provider) around it: a
 * stranger's phone has to load every kilobyte of these pages, which ask for little.
 */
export const visitor = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({ url: "/api/trpc", maxItems: 10, headers: { "x-astrocal-visitor": "1" } }),
  ],
});
