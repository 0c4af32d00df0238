import type { Metadata } from "next";
import { MessagePage } from "@/app/_components/message-page";

export const metadata: Metadata = { title: "No such booking page", robots: { index: false } };

export default function NotFound() {
  return (
    <MessagePage title="There is no booking page here" actions={null}>
      <p>
        The link may be mistyped, or bookings are no longer taken through it. Ask whoever gave it to
        you for a new one.
      </p>
    </MessagePage>
  );
}
