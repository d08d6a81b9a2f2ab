import { err, ok, type Result } from '../../../shared/result.ts'

export interface TableText {
  readonly text: string
  /** The encoding, as named in https://encoding.spec.whatwg.org/#names-and-labels. */
  readonly encoding: string
}

/** The byte order marks that spreadsheets write before the text, and their encodings. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * Decodes a table in the named encoding, or in the one that its bytes show. Excel in China writes its
 * ordinary CSV in GBK, a subset of GB 18030. Nearly every text in another old encoding is also a valid text
 * in GB 18030, so the caller must report the encoding that was used. A text that may be either GBK or UTF-8
 * is refused: 前台 in GBK is two letters in UTF-8.
 */
export function tableTextOf(bytes: Uint8Array, named?: string): Result<TableText, string> {
  const shown = named ?? encodingByBytes(bytes)
  if (shown !== undefined) return decoded(bytes, shown)
  const [utf8, gbk] = [decoded(bytes, 'utf-8'), decoded(bytes, 'gb18030')]
  if (!utf8.ok) return gbk
  if (!gbk.ok || isPlainly(utf8.value.text) || !isOrdinaryGbk(bytes)) return utf8
  const [one, other] = [utf8, gbk].map(({ value }) => /\P{ASCII}+/u.exec(value.text)?.[0])
  return err(`it says “${one}” in UTF-8 and “${other}” in GBK: say by --encoding utf-8 or gbk which it is`)
}

/**
 * Whether a text that decodes as UTF-8 is most likely not GBK: it has letters of East Asia, which take three
 * bytes each, or each letter beyond ASCII stands alone in a word, as in Müller.
 */
const isPlainly = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ||
  // Not by the flag `i`, with which k and s count as letters beyond ASCII: the signs for kelvin and a long s.
  [...text.matchAll(/[a-zA-Z]?\P{ASCII}+[a-zA-Z]?/gu)].every(([word]) =>
    /^([a-z]\p{Script=Latin}[a-z]?|\p{Script=Latin}[a-z])$/iu.test(word),
  )

/** Whether the bytes are only ASCII and two-byte characters of the first version of the standard, GB 2312. */
const isOrdinaryGbk = (bytes: Uint8Array): boolean => {
  for (let index = 0; index < bytes.length; index++) {
    const [lead = 0, trail = 0] = bytes.subarray(index, index + 2)
    if (lead < 0x80) continue
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false
    index++
  }
  return true
}

function encodingByBytes(bytes: Uint8Array): string | undefined {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return mark[1]
  // Headings consist of Latin letters, which have a zero byte in UTF-16 and in no other encoding.
  const zero = bytes.indexOf(0)
  if (zero < 0) return undefined
  return zero % 2 === 0 ? 'utf-16be' : 'utf-16le'
}

function decoded(bytes: Uint8Array, encoding: string): Result<TableText, string> {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return ok({ text: decoder.decode(bytes), encoding: decoder.encoding })
  } catch (cause) {
    // RangeError: the encoding does not exist; TypeError: the bytes are not valid in it.
    return err(
      cause instanceof RangeError
        ? `there is no encoding ${encoding}`
        : `it is no text in ${encoding}: save it as “CSV UTF-8”, or name its encoding with --encoding`,
    )
  }
}
