import type { Occupancy } from '../../shared/domain/occupancy.ts'
import type { Words } from '../words/words.ts'
import { Shape } from './shape.tsx'

export interface HeadlineProps {
  readonly kind: Occupancy['kind']
  readonly words: Words
}

/** The state, in a shape and in a word. */
export function Headline({ kind, words }: HeadlineProps) {
  return (
    <h1 class="headline">
      <Shape kind={kind} />
      <span>{words.headline[kind]}</span>
    </h1>
  )
}
