"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/router";

const context = createTRPCContext<AppRouter>();

/** Typed query and mutation options of every procedure: `useMutation(useTrpc().apiKeys.create.mutationOptions())`. */
export const useTrpc = context.useTRPC;
export const useTrpcClient = context.useTRPCClient;

type Props = {
  children: ReactNode;
  /** Where this page was rendered; null on hosted pages, whose calls leave the session aside. */
  page: { organizationId: string; mode: "live" | "test" } | null;
};

/** Gives a page's client components the door to the procedures. */
export function TrpcProvider({ children, page }: Props) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: 1 } } }),
  );
  const organizationId = page?.organizationId;
  const mode = page?.mode;
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({
          url: "/api/trpc",
          maxItems: 10,
          headers:
            organizationId === undefined || mode === undefined
              ? { "x-astrocal-visitor": "1" }
              : { "x-org-id": organizationId, "x-astrocal-mode": mode },
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
