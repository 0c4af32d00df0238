import { MessagePage } from "@/app/_components/message-page";

/** For a wrong token and for a booking that is not there alike: the address must not tell which. */
export function InvalidLink() {
  return (
    <MessagePage title="This link is not valid" actions={null}>
      <p>
        A booking can be seen, moved and cancelled by its own link only, and this is none. Perhaps a
        part of it is missing: open it again from where you kept it, in one piece. If it still does
        not work, ask whoever you booked with.
      </p>
    </MessagePage>
  );
}
