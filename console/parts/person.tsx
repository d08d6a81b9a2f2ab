import type { ConsoleView } from '../view.ts'

/** Who gives orders here, by the name that IT's proxy has for them. Everybody else may read. */
export function Person({ desk, language: { words } }: ConsoleView) {
  const session = desk.session.value
  return (
    session && <p class="person">{session.name === undefined ? words.readOnly : <bdi>{session.name}</bdi>}</p>
  )
}
