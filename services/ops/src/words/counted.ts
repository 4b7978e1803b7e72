/** So many: the number, by which a language chooses its form, and as it is written. */
export interface Counted {
  readonly n: number;
  readonly text: string;
  toString(): string;
}

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** Says a count in the form that a language has for it; `#` is where the number stands. */
export function counting(language: string): (count: Counted, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return ({ n, text }, forms) => (forms[rules.select(n)] ?? forms.other).replace('#', text);
}
