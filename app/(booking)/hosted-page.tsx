import { Brand } from "@/app/_components/brand";
import { AddressContext } from "./address";
import { BookPage, type BookPageProps } from "./[org]/[eventType]/book-page";
import { LanguageChoice } from "./language-choice";
import { ManagePage, type ManagePageProps } from "./manage/[bookingId]/manage-page";
import { NoticeCard, type NoticeProps } from "./notice-card";
import { WaitPage, type WaitPageProps } from "./waitlist/[entryId]/wait-page";
import { SpokenContext, type Spoken } from "./words/use-words";

/** What a page is about. It is sent along as JSON, for the browser to render the same. */
export type Content =
  | ({ view: "book" } & BookPageProps)
  | ({ view: "manage" } & ManagePageProps)
  | ({ view: "wait" } & WaitPageProps)
  | ({ view: "notice" } & NoticeProps);

export type HostedPageProps = { content: Content; spoken: Spoken; address: string };

/** A page that invitees see: the same on the server and in the browser. */
export function HostedPage({ content, spoken, address }: HostedPageProps) {
  return (
    <AddressContext value={address}>
      <SpokenContext value={spoken}>
        <div className="flex min-h-dvh flex-col">
          <div className="flex-1 md:px-4 md:py-10">
            <View content={content} />
          </div>
          <footer className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2 px-4 py-6 text-faint">
            <span className="inline-flex items-center gap-1.5 text-sm">
              {spoken.words.page.by} <Brand className="text-sm font-medium [&>svg]:size-4" />
            </span>
            <LanguageChoice />
          </footer>
        </div>
      </SpokenContext>
    </AddressContext>
  );
}

function View({ content }: { content: Content }) {
  switch (content.view) {
    case "book":
      return <BookPage {...content} />;
    case "manage":
      return <ManagePage {...content} />;
    case "wait":
      return <WaitPage {...content} />;
    case "notice":
      return <NoticeCard {...content} />;
  }
}
