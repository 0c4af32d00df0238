import { NoticeCard } from "../../notice-card";
import { requestWords } from "../../request-words";

/** For a wrong token and for a booking that is not there alike: the address must not tell which. */
export async function InvalidLink() {
  const { manage } = (await requestWords()).words;
  return <NoticeCard title={manage.invalid}>{manage.invalidText}</NoticeCard>;
}

/** For whoever has opened too many of these, be this one valid or not. */
export async function TooManyAttempts() {
  const { manage } = (await requestWords()).words;
  return <NoticeCard title={manage.tooMany}>{manage.tooManyText}</NoticeCard>;
}
