import { fitting } from '../parts/lines/headline.tsx'
import type { View } from '../view.ts'

/** The only screen until the panel has a reading or a stored one. */
export function StartingScreen({ language }: View) {
  const { starting } = language.words
  return (
    <h1 class="headline" style={fitting(starting)}>
      <span>{starting}</span>
    </h1>
  )
}
