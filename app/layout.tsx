import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { EarlyInput } from "@/app/_components/early-input";
import { parseTheme, themeColors, themeCookie } from "@/app/_components/theme";
import { requestNonce } from "@/app/_trpc/session";

import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Astrocal", template: "%s · Astrocal" },
  description: "An open, self-hostable scheduling API with a dashboard and hosted booking pages.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [...themeColors],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    // The toggle sets data-theme by itself, before React has hydrated or rendered anew.
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body>
        <EarlyInput nonce={await requestNonce()} />
        {children}
      </body>
    </html>
  );
}
