/** A text with its blanks filled in: "{count} free times". */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** A text in the forms that a language's numbers ask for; `other` is every language's. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form for `count`, with `{count}` and other blanks filled in. */
export function plural(
  forms: Plural,
  count: number,
  language: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return fill(forms[rule.select(count)] ?? forms.other, { count, ...values });
}
