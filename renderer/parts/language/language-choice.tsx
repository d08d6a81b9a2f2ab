import type { SpokenLanguage } from '../../model/spoken-language.ts'
import type { Words } from '../../../shared/languages/words.ts'
import { Control } from '../control.tsx'

export interface LanguageChoiceProps {
  readonly spoken: SpokenLanguage
  readonly words: Words
}

/**
 * The languages to choose from, each with its own name. They cover the lines of the state, and leave the controls at the
 * foot in reach.
 */
export function LanguageChoice({ spoken, words }: LanguageChoiceProps) {
  if (!spoken.isChoosing.value) return null
  return (
    <section class="languages">
      <h1>{words.languages}</h1>
      <ul>
        {spoken.offered.value.map(({ locale, name, isSpoken }) => (
          <li key={locale}>
            <Control
              mark={`language-${locale}`}
              look={isSpoken ? 'action action-main' : 'action'}
              language={locale}
              onPress={() => spoken.speak(locale)}
            >
              {name}
            </Control>
          </li>
        ))}
      </ul>
    </section>
  )
}
