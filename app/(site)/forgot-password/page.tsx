import type { Metadata } from "next";
import { TrpcProvider } from "@/app/_trpc/client";
import { visitorApi } from "@/app/_trpc/server";
import { AuthFrame, AuthLink } from "../sign-in/auth-frame";
import { ForgotPasswordForm } from "./forgot-password-form";

export const metadata: Metadata = { title: "Set a new password" };

export default async function ForgotPasswordPage() {
  const { password_reset: sends } = await (await visitorApi()).users.signInFacts();
  return (
    <AuthFrame
      title="Set a new password"
      description={
        sends
          ? "We mail you a link with which you set a new one."
          : "This server sends no mail, so nobody can be sent a link."
      }
      footer={<AuthLink href="/sign-in">Back to sign-in</AuthLink>}
    >
      {sends ? (
        <TrpcProvider page={null}>
          <ForgotPasswordForm />
        </TrpcProvider>
      ) : (
        <p>
          Ask whoever runs it. They set a new password with{" "}
          <code className="font-mono text-sm wrap-anywhere">
            npm run admin -- user set-password
          </code>
          .
        </p>
      )}
    </AuthFrame>
  );
}
