import type { basics, en } from "./en";

/** A dictionary's shape, whatever its words are: plural forms may be others in each language. */
type Shape<Text> = Text extends string
  ? string
  : Text extends { other: string }
    ? Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
    : { [Key in keyof Text]: Shape<Text[Key]> };

/** What hosted pages and the widget both say. */
export type Basics = Shape<typeof basics>;

/** Everything that hosted pages say, but what organizers wrote. */
export type Words = Shape<typeof en>;
