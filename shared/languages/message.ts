/** Marks a value as code inside a message. */
export const code = (value: string): string => `\`${value.replaceAll('`', "'")}\``

/** The pieces of a message: what stood between backticks is code. */
export function pieces(message: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return message
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** The forms of a message, by the categories that the language has (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & Record<'other', string>>

/** Picks the form of a message that `count` asks for, with the number written for the language in place of `#`. */
export function plural(locale: string, forms: PluralForms) {
  const rules = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale)
  return (count: number): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count))
}
