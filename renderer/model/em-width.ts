/** Letters as wide as they are high. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uffef]/gu
/** The width of other letters in Inter's bold, on average, em. */
const ordinary = 0.58

/** The approximate width of a bold line in its own font size: a longer name is set smaller. */
export function emWidthOf(text: string, narrow = ordinary): number {
  const wideCount = text.match(wide)?.length ?? 0
  return wideCount + (text.length - wideCount) * narrow
}
