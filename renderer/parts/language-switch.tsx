import type { SpokenLanguage } from '../model/spoken-language.ts'
import { Control } from './control.tsx'

/**
 * Switches to the next language. Its name is in its own letters, which its speakers can read without a menu.
 */
export function LanguageSwitch({ spoken }: { readonly spoken: SpokenLanguage }) {
  const [next] = spoken.others.value
  if (next === undefined) return null
  return (
    <Control mark="language" look="language" language={next.locale} onPress={() => spoken.speak(next.locale)}>
      {next.name}
    </Control>
  )
}
