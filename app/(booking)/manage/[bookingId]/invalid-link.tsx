import { NoticeCard } from "../../notice-card";

/** For a wrong token and for a booking that is not there alike: the address must not tell which. */
export function InvalidLink() {
  return (
    <NoticeCard title="This link is not valid">
      A booking is seen, moved and cancelled by its own link. Part of this one may be missing: open
      it again from where you kept it. If it still does not work, ask whoever you booked with.
    </NoticeCard>
  );
}
