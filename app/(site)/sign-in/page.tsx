import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { memberApi } from "@/app/_trpc/server";
import { AuthFrame, AuthLink } from "./auth-frame";
import { ownPath } from "./own-path";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const next = ownPath([callbackUrl].flat()[0], "/home");
  if ((await memberApi()) !== null) redirect(next);
  return (
    <AuthFrame
      title="Sign in"
      description="Welcome back. Your event types and bookings are where you left them."
      footer={
        <>
          New here? <AuthLink href="/sign-up">Create an organization</AuthLink>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthFrame>
  );
}
