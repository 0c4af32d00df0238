import type { Metadata } from "next";
import { TrpcProvider } from "@/app/_trpc/client";
import { orNull } from "@/app/_trpc/found";
import { visitorApi } from "@/app/_trpc/server";
import { AuthFrame, AuthLink } from "../../sign-in/auth-frame";
import { AcceptForm } from "./accept-form";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await orNull((await visitorApi()).members.invitation({ token }));
  if (invitation === null || invitation.is_over) {
    const who = invitation === null ? "who invited you" : invitation.invited_by;
    return (
      <AuthFrame
        title="This invitation is over"
        description={
          invitation === null
            ? "It was accepted already, taken back, or replaced by a newer one."
            : "It was good for a week."
        }
        footer={<AuthLink href="/sign-in">Go to sign-in</AuthLink>}
      >
        <p>Ask {who} for another one, or sign in if you accepted it before.</p>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title={`Join ${invitation.organization_name}`}
      description={`${invitation.invited_by} invites you as ${invitation.role === "admin" ? "an admin" : "a member"}.`}
      footer={
        invitation.has_account ? (
          <AuthLink href="/forgot-password">Forgot your password?</AuthLink>
        ) : (
          "Not you? Close this page, and nothing happens."
        )
      }
    >
      <TrpcProvider page={null}>
        <AcceptForm token={token} email={invitation.email} hasAccount={invitation.has_account} />
      </TrpcProvider>
    </AuthFrame>
  );
}
