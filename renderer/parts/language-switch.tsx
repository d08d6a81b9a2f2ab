import type { SpokenLanguage } from '../spoken-language.ts'
import { wordsIn } from '../words/language.ts'

/** The next language, in its own letters: who needs it can read that, and nobody needs a menu. */
export function LanguageSwitch({ spoken }: { readonly spoken: SpokenLanguage }) {
  const next = spoken.next.value
  return (
    <button type="button" class="language" lang={next} data-testid="language" onClick={spoken.speakNext}>
      {wordsIn[next].name}
    </button>
  )
}
