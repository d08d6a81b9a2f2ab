/**
 * Characters that draw nothing: white space, control and formatting characters, fillers, and the blank of
 * Braille.
 */
const unseen = String.raw`\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\u2800`
const seen = new RegExp(`[^${unseen}]`, 'u')
/**
 * Characters at the ends of a text that are not part of it. A selector that makes a sign an emoji is part of
 * it.
 */
const blank = String.raw`[\p{White_Space}\p{Cc}\u2800\u200B\u2060\uFEFF]`
const around = new RegExp(`^${blank}+|${blank}+$`, 'gu')

/** In letters. No screen has room for more, and layout gets slow with endless texts. */
const longest = 300

/** People's text, as it can be shown; undefined if none of it is visible. */
export function written(text: string): string | undefined {
  if (!seen.test(text)) return undefined
  const shown = text.replaceAll(around, '').replaceAll(/\p{White_Space}+/gu, ' ')
  const letters = Array.from(shown.slice(0, 2 * longest + 2))
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : shown
}
