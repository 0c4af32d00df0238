import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { ja } from "./ja";
import type { Language } from "./language";
import type { Words } from "./words";

/** Read on the server alone: a page is sent the one dictionary that it is written in. */
export const dictionaries: Readonly<Record<Language, Words>> = { en, de, fr, es, ja };
