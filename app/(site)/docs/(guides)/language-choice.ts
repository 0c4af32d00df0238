import "server-only";
import { cookies } from "next/headers";
import { languageCookie, parseLanguage } from "./languages";

/** In which language a reader wants to see requests. */
export async function chosenLanguage() {
  return parseLanguage((await cookies()).get(languageCookie)?.value);
}
