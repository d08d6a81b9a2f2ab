import type { View } from '../../view.ts'
import { ConnectionAge } from '../connection-age.tsx'
import { DayTimeline } from './day-timeline.tsx'
import { shownDay } from './shown-day.ts'

/** The column beside the state: what time it is, and what the day holds. Dark in every state. */
export function Day(view: View) {
  const { formats, words } = view.language
  const { isTomorrow } = shownDay(view.snapshot, view.now, formats.hour)
  return (
    <aside class="day" aria-label={isTomorrow ? words.tomorrow : words.today}>
      <header class="day-head">
        {view.snapshot.appearance.hasLogo && <img class="logo" src="/brand/logo" alt="" />}
        <time class="clock">{formats.time(view.now)}</time>
        <span class="date">{formats.date(view.now)}</span>
        <ConnectionAge {...view} />
        {isTomorrow && <p class="day-name">{words.tomorrow}</p>}
      </header>
      <DayTimeline {...view} />
    </aside>
  )
}
