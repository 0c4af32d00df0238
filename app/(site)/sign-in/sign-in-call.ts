import { getCsrfToken, signIn } from "next-auth/react";
import type { PageError } from "@/app/_trpc/error";

const offline =
  "The server could not be reached. Check your connection and try again; what you typed is kept.";

/**
 * Signs in, and says in words why not; null when it worked. The words never tell whether the address or the password
 * was wrong.
 */
export async function signInCall(email: string, password: string): Promise<PageError | null> {
  // Asked first, since signIn itself leaves the page, and what was typed, when the server is not there.
  if ((await getCsrfToken()) === undefined) return { code: "offline", message: offline };
  try {
    const result = await signIn("credentials", { redirect: false, email, password });
    if (result?.ok === true && !result.error) return null;
    if (result?.error === "CredentialsSignin") {
      return { code: "unauthorized", message: "This e-mail address and password do not match." };
    }
    return { code: "refused", message: result?.error ?? offline };
  } catch {
    return { code: "offline", message: offline };
  }
}
