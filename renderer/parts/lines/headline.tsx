import type { Words } from '../../../shared/languages/words.ts'
import { emWidthOf } from '../../model/em-width.ts'
import { Shape, type ShapeProps } from '../shape.tsx'

export interface HeadlineProps extends ShapeProps {
  readonly words: Words
}

/** The state, in a shape and in a word. */
export function Headline({ words, ...shape }: HeadlineProps) {
  const word = words.headline[shape.kind]
  return (
    <h1 class="headline" style={fitting(word, besideWord)}>
      <Shape {...shape} />
      <span>{word}</span>
    </h1>
  )
}

/** The width of a letter at the headline's tight spacing, on average, em. */
const narrow = 0.54
/** The shape, and the gap after it, em. */
const besideWord = 0.92

/** What the stylesheet needs to set a longer word smaller. */
export const fitting = (word: string, beside = 0) => ({ '--letters': emWidthOf(word, narrow) + beside })
