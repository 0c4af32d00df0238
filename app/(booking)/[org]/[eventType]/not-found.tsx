import type { Metadata } from "next";
import { NoticeCard } from "../../notice-card";
import { requestWords } from "../../request-words";

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await requestWords();
  return { title: words.page.noPage, robots: { index: false } };
}

export default async function NotFound() {
  const { words } = await requestWords();
  return <NoticeCard title={words.page.noPageTitle}>{words.page.noPageText}</NoticeCard>;
}
