import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";

import { parseTheme, themeCookie } from "@/app/_components/theme";

import { requestWords } from "./(booking)/request-words";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Astrocal", template: "%s · Astrocal" },
  description: "An open, self-hostable scheduling API with a dashboard and hosted booking pages.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e11" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const isHosted = (await headers()).get("x-astrocal-hosted") === "1";
  const language = isHosted ? (await requestWords()).language : "en";
  return (
    // The toggle sets data-theme by itself, before React has hydrated or rendered anew.
    <html
      lang={language}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
