import type { SpokenLanguage } from '../model/spoken-language.ts'
import { wordsIn } from '../words/language.ts'
import { Control } from './control.tsx'

/** The next language, in its own letters: who needs it can read that, and nobody needs a menu. */
export function LanguageSwitch({ spoken }: { readonly spoken: SpokenLanguage }) {
  const next = spoken.next.value
  return (
    <Control mark="language" look="language" language={next} onPress={spoken.speakNext}>
      {wordsIn[next].name}
    </Control>
  )
}
