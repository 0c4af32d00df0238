import type { Metadata } from "next";
import { TrpcProvider } from "@/app/_trpc/client";
import { AuthFrame, AuthLink } from "../sign-in/auth-frame";
import { ResetPasswordForm } from "./reset-password-form";

export const metadata: Metadata = { title: "Set a new password", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <AuthFrame
      title="Set a new password"
      description="It ends all sessions that you have elsewhere."
      footer={
        <>
          The link is over? <AuthLink href="/forgot-password">Ask for another</AuthLink>
        </>
      }
    >
      <TrpcProvider page={null}>
        <ResetPasswordForm token={[token].flat()[0] ?? ""} />
      </TrpcProvider>
    </AuthFrame>
  );
}
