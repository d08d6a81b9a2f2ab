import type { Words } from '../../shared/languages/words.ts'
import { Control } from './control.tsx'

export interface WakeProps {
  readonly onWake: () => void
  readonly words: Words
}

/** Lies over the whole of a dimmed screen, so that the first tap does nothing but wake it. */
export const Wake = ({ onWake, words }: WakeProps) => (
  <Control mark="wake" look="wake" label={words.wake} onPress={onWake} />
)
