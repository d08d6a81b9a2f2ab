import type { Occupancy } from '../shared/domain/occupancy.ts'
import type { EndModel } from './end-model.ts'
import type { PanelModel } from './panel-model.ts'
import { Day } from './parts/day.tsx'
import { NoticeLine } from './parts/notice-line.tsx'
import { RoomName } from './parts/room-name.tsx'
import { FreeScreen } from './screens/free-screen.tsx'
import { InUseScreen } from './screens/in-use-screen.tsx'
import { NotSetUpScreen } from './screens/not-set-up-screen.tsx'
import { OutOfServiceScreen } from './screens/out-of-service-screen.tsx'
import { UnknownScreen } from './screens/unknown-screen.tsx'
import type { View } from './view.ts'

/** The whole door. Before the first snapshot there is nothing true to show, so nothing is shown. */
export function App({ model }: { readonly model: PanelModel }) {
  const snapshot = model.snapshot.value
  if (snapshot === undefined) return null
  const view: View = { snapshot, now: model.now.value, language: model.language.value }
  const notice = model.notice.value
  return (
    <div class="door">
      <main class="slab">
        <RoomName room={snapshot.room} words={view.language.words} />
        {screenOf(snapshot.occupancy, view, model.end)}
        {notice && <NoticeLine notice={notice} words={view.language.words} />}
      </main>
      {snapshot.occupancy.kind !== 'notSetUp' && <Day {...view} />}
    </div>
  )
}

function screenOf(occupancy: Occupancy, view: View, end: EndModel) {
  switch (occupancy.kind) {
    case 'free':
      return <FreeScreen {...view} until={occupancy.until} />
    case 'inUse':
      return <InUseScreen {...view} booking={occupancy.booking} end={end} />
    case 'unknown':
      return <UnknownScreen {...view} reason={occupancy.reason} running={occupancy.running} />
    case 'outOfService':
      return <OutOfServiceScreen {...view} reason={occupancy.reason} until={occupancy.until} />
    case 'notSetUp':
      return <NotSetUpScreen {...view} problem={occupancy.problem} />
  }
}
