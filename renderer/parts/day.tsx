import type { View } from '../view.ts'
import { ConnectionAge } from './connection-age.tsx'
import { DayTimeline } from './day-timeline.tsx'

/** The column beside the state: what time it is, and what the day holds. Dark in every state. */
export function Day(view: View) {
  const { formats, words } = view.language
  return (
    <aside class="day" aria-label={words.today}>
      <header class="day-head">
        <time class="clock">{formats.time(view.now)}</time>
        <span class="date">{formats.date(view.now)}</span>
        <ConnectionAge {...view} />
      </header>
      <DayTimeline {...view} />
    </aside>
  )
}
