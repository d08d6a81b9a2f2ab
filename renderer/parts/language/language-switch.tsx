import type { SpokenLanguage } from '../../model/spoken-language.ts'
import type { Words } from '../../../shared/languages/words.ts'
import { Control } from '../control.tsx'

export interface LanguageSwitchProps {
  readonly spoken: SpokenLanguage
  readonly words: Words
}

/**
 * A globe that opens the choice of languages. If the door has only one other language, its name is beside the globe, and a
 * tap switches to it.
 */
export function LanguageSwitch({ spoken, words }: LanguageSwitchProps) {
  const [other, ...more] = spoken.offered.value.filter(({ isSpoken }) => !isSpoken)
  if (other === undefined) return null
  if (more.length > 0)
    return (
      <Control mark="language" look="language" label={words.languages} onPress={spoken.choose}>
        <Globe />
      </Control>
    )
  return (
    <Control
      mark="language"
      look="language"
      language={other.locale}
      onPress={() => spoken.speak(other.locale)}
    >
      <Globe />
      <span>{other.name}</span>
    </Control>
  )
}

/** Lucide's `globe` (ISC). */
const Globe = () => (
  <svg class="globe" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" />
    <path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20" />
    <path d="M2 12h20" />
  </svg>
)
