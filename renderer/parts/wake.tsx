import type { Words } from '../../shared/languages/words.ts'
import { Control } from './control.tsx'

export interface WakeProps {
  readonly onWake: () => void
  readonly words: Words
}

/** Covers the whole dimmed screen, so that the first tap only wakes it. */
export const Wake = ({ onWake, words }: WakeProps) => (
  <Control mark="wake" look="wake" label={words.wake} onPress={onWake} />
)
