import type { View } from '../view.ts'

/** Alone on the screen until something is known. */
export const StartingScreen = ({ language }: View) => (
  <h1 class="headline">
    <span>{language.words.starting}</span>
  </h1>
)
