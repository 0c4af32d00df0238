import { useAddress } from "./address";
import { languages } from "./words/language";
import { useWords } from "./words/use-words";

/** The same page in another language, with all that its address says. */
export function LanguageChoice() {
  const { words, language } = useWords();
  const { path, query } = useAddress();
  const href = (tag: string) => {
    const params = new URLSearchParams(query);
    params.set("lang", tag);
    return `${path}?${params.toString()}`;
  };
  return (
    <nav aria-label={words.page.language}>
      <ul className="flex flex-wrap justify-center gap-x-3 text-sm">
        {Object.entries(languages).map(([tag, name]) => (
          <li key={tag}>
            <a
              href={href(tag)}
              lang={tag}
              hrefLang={tag}
              rel="nofollow"
              aria-current={tag === language ? "true" : undefined}
              className="inline-block py-1 underline-offset-2 hover:underline aria-current:font-medium aria-current:text-muted"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
