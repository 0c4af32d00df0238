import { env } from "../env";
import type { OrganizationLogo } from "../generated/prisma/client";

/** What is read of a logo with its organization: all but its bytes. */
export const logoSelect = { hash: true, widthPixels: true, heightPixels: true } as const;

/** For an `include`: an organization with its logo. */
export const withLogo = { include: { logo: { select: logoSelect } } } as const;

export type LogoFacts = Pick<OrganizationLogo, keyof typeof logoSelect>;

/** Where a logo is shown from. The address holds the image's hash: what it leads to never changes. */
export const logoUrl = (organizationId: string, logo: LogoFacts | null): string | null =>
  logo === null ? null : `${env.PUBLIC_URL}/logos/${organizationId}/${logo.hash}`;
