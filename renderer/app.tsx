import { useLayoutEffect } from 'preact/hooks'
import type { Occupancy } from '../shared/occupancy/occupancy.ts'
import { serviceCodeOf } from '../shared/set-up/service-text.ts'
import type { Snapshot } from '../shared/snapshot/snapshot.ts'
import { itCodeOf, knowsNothing } from './model/it-code.ts'
import type { PanelModel } from './model/panel-model.ts'
import { isLastMinute, untilRelease } from './model/release-countdown.ts'
import { shiftAt } from './page/pixel-shift.ts'
import { AdminCorner } from './parts/admin-corner.tsx'
import { Day } from './parts/day/day.tsx'
import { LanguageChoice } from './parts/language/language-choice.tsx'
import { LanguageSwitch } from './parts/language/language-switch.tsx'
import { CodeLine } from './parts/lines/code-line.tsx'
import { NoticeLine } from './parts/lines/notice-line.tsx'
import { onDemand } from './parts/on-demand.tsx'
import { RoomName } from './parts/room-name.tsx'
import { Wake } from './parts/wake.tsx'
import { AdminScreen } from './screens/admin/admin-screen.tsx'
import { AwaitingCheckInScreen } from './screens/awaiting-check-in-screen.tsx'
import { CheckInOpenScreen } from './screens/check-in-open-screen.tsx'
import { CheckedInScreen } from './screens/checked-in-screen.tsx'
import { FreeScreen } from './screens/free-screen.tsx'
import { InUseScreen } from './screens/in-use-screen.tsx'
import { NotSetUpScreen } from './screens/not-set-up-screen.tsx'
import { StartingScreen } from './screens/starting-screen.tsx'
import { OutOfServiceScreen } from './screens/out-of-service-screen.tsx'
import { ReservingScreen } from './screens/reserving-screen.tsx'
import { UnknownScreen } from './screens/unknown-screen.tsx'
import type { ActiveView } from './view.ts'

export interface AppProps {
  readonly model: PanelModel
  /** The page holds the snapshot with this revision now. */
  readonly onDrawn: (revision: number) => void
}

/** The whole door. It shows nothing before the first snapshot, because it has no true state to show yet. */
export function App({ model, onDrawn }: AppProps) {
  const snapshot = model.snapshot.value
  const language = model.spoken.language.value
  const revision = language && snapshot?.revision
  // Runs only after everything was drawn, so a screen that failed half-way is not reported.
  useLayoutEffect(() => {
    if (revision !== undefined) onDrawn(revision)
  }, [revision, onDrawn])
  if (snapshot === undefined || language === undefined) return null
  const { end, checkIn, reserve, find, spoken, dimming } = model
  const view = { snapshot, now: model.now.value, language, end, checkIn, reserve, find }
  const notice = model.notice.value
  const itCode = itCodeOf(snapshot, notice)
  if (snapshot.admin.kind !== 'none')
    return <AdminScreen {...view} admin={snapshot.admin} model={model.admin} />
  if (reserve.needsPin.value) return <BookingPinScreen {...view} />
  return (
    <div
      class="door"
      data-last-minute={isLastMinute(untilRelease(snapshot, view.now))}
      style={shiftAt(view.now)}
    >
      {dimming.isDimmed.value && <Wake onWake={dimming.wake} words={view.language.words} />}
      <main class="slab">
        {snapshot.appearance.hasBackground && <div class="background" />}
        <RoomName room={snapshot.room} words={view.language.words} />
        <div class="corner">
          <LanguageSwitch spoken={spoken} words={language.words} />
          <AdminCorner words={view.language.words} onPress={model.admin.open} />
        </div>
        <LanguageChoice spoken={spoken} words={language.words} />
        {notice?.kind === 'checkedIn' ? (
          <CheckedInScreen {...view} booking={notice.booking} />
        ) : find.isOpen.value ? (
          <FoundRoomsScreen {...view} />
        ) : (
          <>
            {screenOf(snapshot.occupancy, view)}
            {notice && <NoticeLine notice={notice} {...view} />}
          </>
        )}
        {itCode !== undefined && <CodeLine code={itCode} />}
      </main>
      {hasDay(snapshot) && <Day {...view} />}
    </div>
  )
}

const FoundRoomsScreen = onDemand<ActiveView>(
  async () => (await import('./screens/booking/found-rooms-screen.tsx')).FoundRoomsScreen,
)

const BookingPinScreen = onDemand<ActiveView>(
  async () => (await import('./screens/booking/booking-pin-screen.tsx')).BookingPinScreen,
)

/** Whether the day is known, and of use to a visitor. */
const hasDay = (snapshot: Snapshot): boolean =>
  serviceCodeOf(snapshot.occupancy) === undefined && !knowsNothing(snapshot)

function screenOf(occupancy: Occupancy, view: ActiveView) {
  switch (occupancy.kind) {
    case 'free':
      return <FreeScreen {...view} until={occupancy.until} />
    case 'reserving':
      return <ReservingScreen {...view} time={occupancy} />
    case 'checkInOpen':
      return <CheckInOpenScreen {...view} booking={occupancy.booking} />
    case 'awaitingCheckIn':
      return <AwaitingCheckInScreen {...view} booking={occupancy.booking} until={occupancy.until} />
    case 'inUse':
      return <InUseScreen {...view} booking={occupancy.booking} until={occupancy.until} />
    case 'unknown':
      if (knowsNothing(view.snapshot)) return <StartingScreen {...view} />
      return <UnknownScreen {...view} reason={occupancy.reason} running={occupancy.running} />
    case 'outOfService':
      return <OutOfServiceScreen {...view} reason={occupancy.reason} until={occupancy.until} />
    case 'notSetUp':
      return <NotSetUpScreen {...view} problem={occupancy.problem} />
  }
}
