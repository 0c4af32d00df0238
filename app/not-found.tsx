import type { Metadata } from "next";

import { ButtonLink } from "@/app/_components/button-link";
import { MessagePage } from "@/app/_components/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      eyebrow="404"
      title="There is nothing at this address"
      actions={
        <ButtonLink href="/" variant="primary">
          Go to the start page
        </ButtonLink>
      }
    >
      <p>
        The link may be mistyped, or what it led to has been removed. If someone sent it to you, ask
        them for a new one.
      </p>
    </MessagePage>
  );
}
