import type { SpokenLanguage } from '../model/spoken-language.ts'
import { Control } from './control.tsx'

/**
 * The languages to choose from, each with its own name. They cover the lines of the state, and leave the controls at the
 * foot in reach.
 */
export function LanguageChoice({ spoken }: { readonly spoken: SpokenLanguage }) {
  if (!spoken.isChoosing.value) return null
  return (
    <ul class="languages">
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
  )
}
