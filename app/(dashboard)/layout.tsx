import {
  BookOpen,
  CalendarClock,
  CalendarDays,
  ChartColumn,
  CodeXml,
  History,
  KeyRound,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import { Feedback } from "@/app/_components/feedback";
import { TrpcProvider } from "@/app/_trpc/client";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import { ModeSwitch } from "./mode-switch";
import { UserMenu } from "./user-menu";

const navigation = [
  {
    items: [
      { href: "/event-types", label: "Event types", icon: <CalendarClock /> },
      { href: "/bookings", label: "Bookings", icon: <CalendarDays /> },
      { href: "/webhooks", label: "Webhooks", icon: <Webhook /> },
    ],
  },
  {
    label: "Insight",
    items: [
      { href: "/usage", label: "Usage", icon: <ChartColumn /> },
      { href: "/activity", label: "Activity", icon: <History /> },
    ],
  },
  {
    label: "Settings",
    items: [{ href: "/settings/api-keys", label: "API Keys", icon: <KeyRound /> }],
  },
  {
    label: "Developers",
    items: [
      { href: "/docs", label: "Documentation", icon: <BookOpen /> },
      { href: "/docs/api", label: "API reference", icon: <CodeXml /> },
    ],
  },
];

/** Everything behind sign-in: asks for the membership once, and gives its pages the door to the procedures. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const caller = await api();
  const { user, organization } = await caller.organizations.membership();
  const mode = (await pageContext()).isTest ? "test" : "live";
  return (
    <TrpcProvider
      key={`${organization.id}:${mode}`}
      page={{ organizationId: organization.id, mode }}
    >
      <Feedback>
        <AppShell
          mode={mode}
          organizationName={organization.name}
          navigation={navigation}
          modeSwitch={<ModeSwitch mode={mode} />}
          userMenu={<UserMenu name={user.name} email={user.email} />}
        >
          {children}
        </AppShell>
      </Feedback>
    </TrpcProvider>
  );
}
