/** Marks a value as code inside a message. */
export const code = (value: string): string => `\`${value.replaceAll('`', "'")}\``

/** The pieces of a message: what stood between backticks is code. */
export function pieces(message: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return message
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
