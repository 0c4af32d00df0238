import type { ReactNode } from "react";
import { Feedback } from "@/app/_components/feedback";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <Feedback>{children}</Feedback>;
}
