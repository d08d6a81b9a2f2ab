/** Picks the form of a message that `count` asks for, with the number written for the language. */
export function plural(locale: string, forms: { readonly one: string; readonly other: string }) {
  const rules = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale)
  return (count: number): string =>
    forms[rules.select(count) === 'one' ? 'one' : 'other'].replace('#', digits.format(count))
}
