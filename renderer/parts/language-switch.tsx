import type { SpokenLanguage } from '../model/spoken-language.ts'
import { Control } from './control.tsx'

/** The next language, in its own letters: who needs it can read that, and nobody needs a menu. */
export function LanguageSwitch({ spoken }: { readonly spoken: SpokenLanguage }) {
  const [next] = spoken.others.value
  if (next === undefined) return null
  return (
    <Control mark="language" look="language" language={next.locale} onPress={() => spoken.speak(next.locale)}>
      {next.name}
    </Control>
  )
}
