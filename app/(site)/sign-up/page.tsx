import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { TrpcProvider } from "@/app/_trpc/client";
import { memberApi } from "@/app/_trpc/server";
import { AuthFrame, AuthLink } from "../sign-in/auth-frame";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Create an organization" };

export default async function SignUpPage() {
  if ((await memberApi()) !== null) redirect("/home");
  return (
    <AuthFrame
      title="Create an organization"
      description="It holds your event types, bookings and API keys. You will be its owner."
      footer={
        <>
          Already have an account? <AuthLink href="/sign-in">Sign in</AuthLink>
        </>
      }
    >
      <TrpcProvider page={null}>
        <SignUpForm />
      </TrpcProvider>
    </AuthFrame>
  );
}
