/** Characters without ink: white space, controls, and characters that Unicode calls ignorable, as a zero-width space is. */
const blank = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** The text, or undefined if a reader would see nothing of it. */
export const visibleText = (text: string | undefined): string | undefined =>
  text === undefined || text.replaceAll(blank, '') === '' ? undefined : text
