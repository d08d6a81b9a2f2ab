import { textLines } from './boxes.ts'

/**
 * No font has a glyph for it, because it is not a character: its replacement is drawn for every missing one.
 */
const noncharacter = '\u{10FFFE}'
const size = 32

const canvas = new OffscreenCanvas(2 * size, 2 * size)
const context = canvas.getContext('2d', { willReadFrequently: true })

const known = new Map<string, boolean>()
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What is written with letters that no font on this machine has. */
export const missingGlyphs = (): readonly string[] =>
  textLines().flatMap(({ element, text }) => {
    const { fontFamily } = getComputedStyle(element)
    const missing = [...segmenter.segment(text)].filter(({ segment }) => isMissing(segment, fontFamily))
    return missing.map(({ segment }) => `no glyph for "${segment}" in "${text}"`)
  })

function isMissing(letter: string, family: string): boolean {
  const key = `${family} ${letter}`
  const answer = known.get(key) ?? drawn(letter, family) === drawn(noncharacter, family)
  known.set(key, answer)
  return answer
}

function drawn(letter: string, family: string): string {
  if (context === null) throw new Error('A page without a canvas')
  context.font = `${size}px ${family}`
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.fillText(letter, size / 2, 1.5 * size)
  return context.getImageData(0, 0, canvas.width, canvas.height).data.join()
}
