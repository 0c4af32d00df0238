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

/** For whoever has opened too many of these, be this one valid or not. */
export function TooManyAttempts() {
  return (
    <NoticeCard title="Too many attempts">
      Links that are not valid were opened too often, from your network or for this booking. Wait 15
      minutes and open the link again. If you cannot wait, ask whoever you booked with.
    </NoticeCard>
  );
}
