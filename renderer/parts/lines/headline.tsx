import type { Words } from '../../../shared/languages/words.ts'
import { Shape, type ShapeProps } from '../shape.tsx'

export interface HeadlineProps extends ShapeProps {
  readonly words: Words
}

/** The state, in a shape and in a word. */
export function Headline({ words, ...shape }: HeadlineProps) {
  return (
    <h1 class="headline">
      <Shape {...shape} />
      <span>{words.headline[shape.kind]}</span>
    </h1>
  )
}
