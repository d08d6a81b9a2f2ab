import type { Configuration } from '../shared/config/configuration.ts'
import { bookingIdOf } from '../shared/domain/booking.ts'
import type { SetUpProblem } from '../shared/domain/set-up.ts'
import type { Snapshot } from '../shared/domain/snapshot.ts'
import { snapshotOf, type View } from '../shared/domain/snapshot-of.ts'
import { seconds } from '../shared/domain/time.ts'
import type { Result } from '../shared/result.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createPanelStore, type PanelStore } from './panel/panel-store.ts'
import { viewOf, viewOfTablet } from './panel/view.ts'
import type { Cancel, Clock, Log, RoomCalendar, TabletSettings } from './ports.ts'
import { createEndMeeting } from './use-cases/end-meeting.ts'
import { createRefreshRoom } from './use-cases/refresh-room.ts'
import { createRefreshSchedule } from './use-cases/refresh-schedule.ts'
import { createTouchPanel } from './use-cases/touch-panel.ts'

/** The application without Electron: what the door shows, and what people may ask of it. */
export interface DoorPanel {
  readonly current: () => Snapshot
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => Cancel
  readonly touch: () => Promise<void>
  readonly endMeeting: (bookingId: string) => Promise<void>
  readonly stop: () => void
}

export interface DoorPanelParts {
  readonly clock: Clock
  readonly log: Log
  /** How many times faster than real time the clock runs. */
  readonly rate: number
  /** Configuration, credentials and the calendar made of them. Asked again until it succeeds. */
  readonly setUp: () => Promise<Result<Equipment, SetUpProblem>>
  readonly tablet: TabletSettings
}

export interface Equipment {
  readonly configuration: Configuration
  readonly calendar: RoomCalendar
}

/** How soon a panel that is not set up looks whether it is by now, ms. */
const setUpAgain = seconds(10)

export function createDoorPanel(parts: DoorPanelParts): DoorPanel {
  const { clock } = parts
  const panel = createPanelStore()
  const listeners = new Set<(snapshot: Snapshot) => void>()
  let revision = 0
  let viewAt = viewOfTablet(parts.tablet)
  let equipped: ReturnType<typeof equip> | undefined
  let stopWaiting: Cancel | undefined
  let isStopped = false

  const current = (): Snapshot => ({
    ...snapshotOf(panel.current(), clock.now(), viewAt(clock.now())),
    revision: (revision += 1),
    rate: parts.rate,
  })
  const show = (): void => {
    const snapshot = current()
    for (const listener of listeners) listener(snapshot)
  }
  const prepare = async (): Promise<void> => {
    const result = await parts.setUp()
    if (isStopped) return
    if (result.ok) {
      viewAt = viewOf(result.value.configuration, parts.tablet)
      panel.apply({ kind: 'setUp' })
      equipped = equip(parts, panel, result.value, () => viewAt(clock.now()), show)
      return
    }
    parts.log.warn('set-up.failed', { ...result.error })
    panel.apply({ kind: 'setUpFailed', problem: result.error })
    show()
    stopWaiting = clock.after(setUpAgain, () => void prepare())
  }
  void prepare()

  return {
    current,
    onSnapshot: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    touch: async () => equipped?.touch(),
    endMeeting: async (bookingId) => equipped?.endMeeting(bookingIdOf(bookingId)),
    stop: () => {
      isStopped = true
      stopWaiting?.()
      equipped?.stop()
    },
  }
}

/** The use cases of a panel that is set up, at work. */
function equip(
  { clock, log }: DoorPanelParts,
  panel: PanelStore,
  { configuration, calendar }: Equipment,
  viewAt: () => View,
  show: () => void,
) {
  const outside = { calendar, clock, panel, log }
  const refresh = createRefreshSchedule({ ...outside, timeZone: viewAt().timeZone })
  const refreshRoom = createRefreshRoom(outside)
  log.info('panel.begun', { room: configuration.room.id, interval: viewAt().interval })
  return {
    touch: createTouchPanel({ clock, panel, refresh }),
    endMeeting: createEndMeeting({ ...outside, refresh }),
    stop: startHeartbeat({ clock, panel, viewAt, refresh, refreshRoom, show }),
  }
}
