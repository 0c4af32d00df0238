import {
  BookOpen,
  Building2,
  CalendarClock,
  CalendarDays,
  CalendarSync,
  ChartColumn,
  CodeXml,
  History,
  House,
  KeyRound,
  Mail,
  Users,
  Webhook,
} from "lucide-react";
import type { NavGroup } from "@/app/_components/nav";
import { mayCall, type Role } from "@/server/members/roles";

/** Where the dashboard's pages are: the sidebar, the command palette and the keyboard go by this. */
const everything: readonly NavGroup[] = [
  {
    items: [
      { href: "/home", label: "Home", icon: <House />, keys: "g h" },
      { href: "/event-types", label: "Event types", icon: <CalendarClock />, keys: "g e" },
      { href: "/bookings", label: "Bookings", icon: <CalendarDays />, keys: "g b" },
      { href: "/calendars", label: "Calendars", icon: <CalendarSync />, keys: "g c" },
      { href: "/webhooks", label: "Webhooks", icon: <Webhook />, keys: "g w" },
    ],
  },
  {
    label: "Insight",
    items: [
      { href: "/usage", label: "Usage", icon: <ChartColumn />, keys: "g u" },
      { href: "/activity", label: "Activity", icon: <History />, keys: "g a" },
    ],
  },
  {
    label: "Settings",
    items: [
      { href: "/settings/team", label: "Team", icon: <Users />, keys: "g t" },
      { href: "/settings/organization", label: "Organization", icon: <Building2 />, keys: "g o" },
      { href: "/settings/api-keys", label: "API Keys", icon: <KeyRound />, keys: "g k" },
      { href: "/emails", label: "E-mail", icon: <Mail />, keys: "g m" },
    ],
  },
  {
    label: "Developers",
    items: [
      { href: "/docs", label: "Documentation", icon: <BookOpen />, keys: "g d" },
      { href: "/docs/api", label: "API reference", icon: <CodeXml />, keys: "g r" },
    ],
  },
];

/** What a page asks for first; pages that are not here are everybody's. */
const asksFor: Readonly<Record<string, string>> = {
  "/webhooks": "webhooks.listWithHealth",
  "/settings/api-keys": "apiKeys.list",
};

/** The pages that a person in this role can open. */
export const navigationFor = (role: Role): readonly NavGroup[] =>
  everything.map((group) => ({
    ...group,
    items: group.items.filter(({ href }) => mayCall(role, asksFor[href] ?? "")),
  }));
