import type { Metadata } from "next";
import { NoticeCard } from "../../notice-card";

export const metadata: Metadata = { title: "No such booking page", robots: { index: false } };

export default function NotFound() {
  return (
    <NoticeCard title="There is no booking page here">
      The link may be mistyped, or bookings are no longer taken through it. Ask whoever gave it to
      you for a new one.
    </NoticeCard>
  );
}
