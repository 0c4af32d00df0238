import type { z } from "zod";
import type { Actor } from "./schema";

declare const proven: unique symbol;

/** An organization that the caller was proven to act for, or that owns the row a public call names. */
export type OrgId = string & { readonly [proven]: "organization" };

/** On whose behalf, in which mode, by whom and when something is done: the first argument of every verb. */
export type Scope = {
  organizationId: OrgId;
  isTest: boolean;
  actor: z.infer<typeof Actor>;
  /** Epoch milliseconds: the one "now" of this request. */
  nowMs: number;
  requestId: string | null;
  ipAddress: string | null;
};

/** Who does what nobody did in person. */
export const astrocal = {
  type: "system",
  id: null,
  name: "Astrocal",
} as const satisfies Scope["actor"];

/** Marks an organization as proven. Called where a caller was authenticated or a row names its organization. */
export function provenOrganization(id: string): OrgId {
  // The brand exists at compile time only; the caller of this function is the proof.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return id as OrgId;
}

/** Whether what is done in a mode may reach real people and their calendars: the sandbox sends no mail and asks no calendar. */
export const reachesPeople = ({ isTest }: { isTest: boolean }): boolean => !isTest;
