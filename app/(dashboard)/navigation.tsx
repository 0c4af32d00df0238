import {
  BookOpen,
  CalendarClock,
  CalendarDays,
  ChartColumn,
  CodeXml,
  History,
  House,
  KeyRound,
  Mail,
  Webhook,
} from "lucide-react";
import type { NavGroup } from "@/app/_components/nav";

/** Where the dashboard's pages are: the sidebar, the command palette and the keyboard go by this. */
export const navigation: readonly NavGroup[] = [
  {
    items: [
      { href: "/home", label: "Home", icon: <House />, keys: "g h" },
      { href: "/event-types", label: "Event types", icon: <CalendarClock />, keys: "g e" },
      { href: "/bookings", label: "Bookings", icon: <CalendarDays />, keys: "g b" },
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
