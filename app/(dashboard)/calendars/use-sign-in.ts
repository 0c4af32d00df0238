"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { SignInKind } from "./kinds";

/** Sends the browser to Google or Microsoft, from where it comes back to this page (outcome.ts). */
export function useSignIn() {
  const client = useTrpcClient();
  const [isLeaving, setLeaving] = useState(false);
  async function begin(provider: SignInKind, memberId?: string) {
    setLeaving(true);
    const input = {
      redirect_uri: new URL("/calendars", window.location.href).href,
      ...(memberId === undefined ? {} : { member_id: memberId }),
    };
    try {
      const { authorization_url: url } =
        provider === "google"
          ? await client.calendars.connectGoogle.query(input)
          : await client.calendars.connectMicrosoft.query(input);
      window.location.assign(url);
    } catch (error) {
      toast.error(pageError(error).message);
      setLeaving(false);
    }
  }
  return { isLeaving, begin };
}
