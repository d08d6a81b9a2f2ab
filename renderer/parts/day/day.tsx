import type { ActiveView } from '../../view.ts'
import { ConnectionAge } from '../connection-age.tsx'
import { Coming } from './coming.tsx'
import { DayTimeline } from './day-timeline.tsx'
import { shownDay } from './shown-day.ts'

/** The column beside the state: what time it is, and what the day holds. Dark in every state. */
export function Day(view: ActiveView) {
  const { formats, words } = view.language
  const shown = shownDay(view.snapshot, view.now)
  return (
    <aside class="day" aria-label={shown.isTomorrow ? words.tomorrow : words.today}>
      <header class="day-head">
        <time class="clock">{formats.time(view.now)}</time>
        {view.snapshot.appearance.hasLogo && <img class="logo" src="/brand/logo" alt="" />}
        <span class="date">{formats.date(view.now)}</span>
        <ConnectionAge {...view} />
        {shown.isTomorrow && <p class="day-name">{words.tomorrow}</p>}
      </header>
      <Coming {...view} />
      <DayTimeline {...view} shown={shown} />
    </aside>
  )
}
