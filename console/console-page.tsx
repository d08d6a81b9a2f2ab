import { DoorList } from './parts/door-list.tsx'
import { Filters } from './parts/filters.tsx'
import { Person } from './parts/person.tsx'
import { Troubles } from './parts/troubles.tsx'
import type { ConsoleView } from './view.ts'

/** The whole page: what there is in a line, what is wrong with the hub itself, and all doors. */
export const ConsolePage = (view: ConsoleView) => (
  <main class="console">
    <header class="head">
      <h1>{view.language.words.title}</h1>
      <Person {...view} />
    </header>
    <Filters {...view} />
    <Troubles {...view} />
    <DoorList {...view} />
  </main>
)
