import type { View } from '../view.ts'

/** The only screen until the panel has a reading or a stored one. */
export const StartingScreen = ({ language }: View) => (
  <h1 class="headline">
    <span>{language.words.starting}</span>
  </h1>
)
