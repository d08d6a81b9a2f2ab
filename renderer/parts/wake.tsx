import type { Words } from '../words/words.ts'

export interface WakeProps {
  readonly onWake: () => void
  readonly words: Words
}

/** Lies over the whole of a dimmed screen, so that the first tap does nothing but wake it. */
export const Wake = ({ onWake, words }: WakeProps) => (
  <button type="button" class="wake" data-testid="wake" aria-label={words.wake} onClick={onWake} />
)
