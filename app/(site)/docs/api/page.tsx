import type { Metadata } from "next";

import { ButtonAnchor } from "@/app/_components/button-anchor";
import { TrpcProvider } from "@/app/_trpc/client";
import { memberApi } from "@/app/_trpc/server";
import { Reference } from "./reference";
import { TestKeyReference } from "./test-key-reference";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every operation of Astrocal's API, with a playground to try them.",
};

export default async function ApiReferencePage() {
  const caller = await memberApi();
  if (caller === null) {
    return (
      <main id="main" tabIndex={-1} className="outline-none">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-subtle px-4 py-2 text-sm text-muted sm:px-6">
          Sign in to try requests with a test key of your organization, or paste a key of yours
          below.
          <ButtonAnchor href="/sign-in?callbackUrl=/docs/api" size="sm">
            Sign in
          </ButtonAnchor>
        </p>
        <Reference token={null} />
      </main>
    );
  }
  const { organization } = await caller.organizations.membership();
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <TrpcProvider page={{ organizationId: organization.id, mode: "test" }}>
        <TestKeyReference organization={organization} />
      </TrpcProvider>
    </main>
  );
}
