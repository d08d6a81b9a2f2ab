import { isSettingRoom } from '../../shared/admin/admin.ts'
import { type BookingId, bookingIdOf } from '../../shared/booking/booking.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'
import { memoizeLast } from '../../shared/memoize-last.ts'
import { type UpdateWindow, updateWindowAt } from '../../shared/panel/update-window.ts'
import { mayRestartPage } from '../../shared/panel/page-restart.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import { offeredIn, snapshotOf } from '../../shared/snapshot/snapshot-of.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { createGiveVerdict } from '../actions/admin-verdict.ts'
import { createCheckIn } from '../actions/check-in.ts'
import { createDeliverVerdict } from '../actions/deliver-verdict.ts'
import { createEndMeeting } from '../actions/end-meeting.ts'
import { createSeriesGuard } from '../actions/guard-series.ts'
import { createReleaseNoShow } from '../actions/release-no-show.ts'
import {
  type Administration,
  type AdminOutside,
  type AdminRequests,
  createAdministration,
} from '../admin/administration.ts'
import type { PanelDependencies, SetUpSource } from '../installation/panel-dependencies.ts'
import { install, type Installation } from '../installation/installation.ts'
import type { Cancel, Clock, Journal, LastReading, Log, TabletSettings } from '../ports.ts'
import { keepReading } from '../reading/keep-reading.ts'
import { recallReading } from '../reading/recall-reading.ts'
import { createRefreshRoom } from '../reading/refresh-room.ts'
import { createRefreshSchedule } from '../reading/refresh-schedule.ts'
import { createRefreshTitles } from '../reading/refresh-titles.ts'
import { createTouchPanel } from '../reading/touch-panel.ts'
import { startHeartbeat } from './heartbeat.ts'
import { keepRules } from './keep-rules.ts'
import { createNoteUnreleased } from './note-unreleased.ts'
import { createPanelStore, type Lease, leaseOf, type PanelStore } from './panel-store.ts'
import { createRecordInJournal, type RecordInJournal } from './record-in-journal.ts'
import { saveCheckIns } from './save-check-ins.ts'

/** The application without Electron: what the door shows, and what people may ask of it. */
export interface DoorPanel {
  /** For the page, which then answers that it has painted it. */
  readonly current: () => Snapshot
  /** Resolves when that is something true: what was known last, or why the panel is not set up. */
  readonly hasBegun: Promise<void>
  readonly occupancy: () => Occupancy['kind']
  /** Whether the program may be taken from the door for an update; nothing while somebody needs it, or may. */
  readonly calm: () => UpdateWindow | undefined
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => Cancel
  /** The page says that somebody touched it: they want to see what is true now. */
  readonly touch: () => Promise<void>
  /** Somebody touched the screen, whatever the page made of it: they have another grace. */
  readonly touchSeen: () => void
  readonly painted: (picture: PaintedPicture) => void
  readonly checkIn: (bookingId: string) => Promise<void>
  readonly endMeeting: (bookingId: string) => Promise<void>
  /** What an administrator can ask for. */
  readonly admin: AdminRequests
  /** Whether the page, which has lived for `age` (ms), may begin anew now. */
  readonly mayRestartPage: (age: number) => boolean
  /** The disk did not take something else: finds out whether it takes what must be kept. */
  readonly doubtDisk: () => void
  /** The page was lost, or the tablet slept: nobody could check in meanwhile. */
  readonly interrupt: () => void
  readonly stop: () => void
}

/** What the page says that it has painted. */
export interface PaintedPicture {
  readonly revision: number
  readonly checkIns: readonly string[]
}

export interface DoorPanelParts extends SetUpSource {
  readonly clock: Clock
  readonly log: Log
  readonly journal: Journal
  /** How many times faster than real time the clock runs. */
  readonly rate: number
  readonly tablet: TabletSettings
  readonly identity: () => TabletIdentity
  readonly admin: AdminOutside
  /** Without it the panel begins with nothing. */
  readonly lastReading?: LastReading
  /** From 0 up to 1: parts this panel's readings from those of many others. Without it it is alone. */
  readonly random?: () => number
}

export function createDoorPanel(parts: DoorPanelParts): DoorPanel {
  const { clock, rate, identity } = parts
  const panel = createPanelStore()
  const listeners = new Set<(snapshot: Snapshot) => void>()
  let [revision, offered]: [number, readonly BookingId[]] = [0, []]

  const pictureNow = () => snapshotOf(panel.current(), clock.now(), installation.rulesNow())
  const current = (): Snapshot => {
    const picture = pictureNow()
    offered = offeredIn(picture)
    return Object.assign(picture, { revision: (revision += 1), rate, tablet: identity() })
  }
  const show = (): readonly BookingId[] => {
    const snapshot = current()
    for (const listener of listeners) listener(snapshot)
    return offered
  }
  const touches = countTouches(clock, panel)
  const record = memoizeLast(() => createRecordInJournal({ ...parts, panel }))
  const installation = install({
    ...parts,
    panel,
    show,
    recall: async (configuration, rules) =>
      parts.lastReading && recallReading(parts.lastReading, configuration, rules),
    forget: () => parts.lastReading?.forget(),
    begin: (dependencies, rulesNow) => {
      // Whoever is at the administrator's menu looks at the bookings of the room that was, unless they said that it change.
      if (installation.work() !== undefined && !isSettingRoom(panel.current().admin)) desk.leave()
      return equip(parts, leaseOf(panel), record(), dependencies, rulesNow, show)
    },
  })
  const desk = deskAt(parts, panel, installation, show)

  return {
    current,
    hasBegun: installation.hasBegun,
    occupancy: () => pictureNow().occupancy.kind,
    onSnapshot: (listener) => joined(listeners, listener),
    calm: () => updateWindowAt(panel.current(), clock.now(), installation.rulesNow(), touches.ago()),
    touchSeen: touches.seen,
    touch: async () => {
      touches.seen()
      desk.touch()
      await installation.work()?.touch()
    },
    painted: (picture) => {
      // An older picture says nothing of what can be tapped now.
      if (picture.revision !== revision) return
      const checkIns = offered.filter((id) => picture.checkIns.includes(id))
      panel.apply({ kind: 'painted', checkIns, at: clock.now(), elapsed: clock.elapsed() })
    },
    checkIn: async (bookingId) => installation.work()?.checkIn(bookingIdOf(bookingId)),
    endMeeting: async (bookingId) => installation.work()?.endMeeting(bookingIdOf(bookingId)),
    admin: desk.requests,
    mayRestartPage: (age) => mayRestartPage(panel.current(), clock.now(), installation.rulesNow(), age),
    doubtDisk: () => tryDisk(panel, record),
    interrupt: () => panel.apply({ kind: 'pageLost' }),
    stop: () => {
      desk.leave()
      installation.stop()
    },
  }
}

/** A disk that is known to say no is tried already (`saveCheckIns`). */
function tryDisk(panel: PanelStore, record: () => RecordInJournal): void {
  if (panel.current().journal.kind === 'kept') void record()((content) => content)
}

function countTouches(clock: Pick<Clock, 'now' | 'elapsed'>, panel: PanelStore) {
  let lastAt = -Infinity
  return {
    seen: (): void => {
      lastAt = clock.elapsed()
      // Whatever comes of it: people are in front of the door.
      panel.apply({ kind: 'touched', at: clock.now() })
    },
    /** Ms. */
    ago: (): number => clock.elapsed() - lastAt,
  }
}

function joined<Listener>(listeners: Set<Listener>, listener: Listener): Cancel {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For administrators, also at a panel that is not set up: where no heartbeat shows what changes. */
function deskAt(
  parts: DoorPanelParts,
  panel: PanelStore,
  { work: equipped, applyConfiguration }: Installation<ReturnType<typeof equip>>,
  show: () => void,
): Administration {
  const desk = createAdministration({
    ...parts,
    ...parts.admin,
    panel,
    giveVerdict: async (booking, verdict) => equipped()?.giveVerdict(booking, verdict),
    directory: () => equipped()?.directory,
    applyConfiguration,
    timeZone: parts.tablet.timeZone,
  })
  panel.onChange(({ kind }) => {
    if (kind === 'pageLost') desk.leave()
    if (kind === 'admin' && equipped() === undefined) show()
  })
  return desk
}

/** The use cases of a panel that is set up, at work. */
function equip(
  { clock, log, random, admin, lastReading }: DoorPanelParts,
  { panel, end }: Lease,
  record: RecordInJournal,
  { configuration, calendar, calls }: PanelDependencies,
  rulesAt: () => PanelRules,
  show: () => readonly BookingId[],
) {
  const outside = { calendar, clock, panel, log, rulesAt }
  const refreshTitles = createRefreshTitles(outside)
  const refresh = createRefreshSchedule({
    ...outside,
    refreshTitles,
    timeZone: rulesAt().timeZone,
    ...(random && { random }),
  })
  const refreshRoom = createRefreshRoom(outside)
  const seriesGuard = createSeriesGuard({ ...outside, record })
  const deliver = createDeliverVerdict({ ...outside, refresh, seriesGuard })
  const releaseNoShow = createReleaseNoShow({ ...outside, refresh, record, seriesGuard, deliver })
  const noteUnreleased = createNoteUnreleased({ ...outside, record })
  const stopBeating = startHeartbeat({
    ...outside,
    refresh,
    refreshRoom,
    releaseNoShow,
    noteUnreleased,
    show,
  })
  const stopSaving = saveCheckIns({ clock, panel, record })
  const stopKeepingRules = keepRules({ clock, panel, rulesAt, record })
  const stopKeeping = lastReading && keepReading({ ...outside, configuration, lastReading })
  const share = calls?.shareOf(configuration.budget.callsPerMonth)
  log.info('panel.begun', {
    room: configuration.room.id,
    interval: rulesAt().interval,
    ...(share && { share: Math.round(share.calls), spent: share.spent }),
  })
  return {
    touch: createTouchPanel({ clock, panel, refresh, extent: () => rulesAt().touches }),
    checkIn: createCheckIn({ ...outside, record, audit: admin.audit }),
    endMeeting: createEndMeeting({ ...outside, refresh, deliver, audit: admin.audit }),
    giveVerdict: createGiveVerdict({ ...outside, refresh, deliver, audit: admin.audit }),
    directory: { current: configuration.room.id, readRooms: calendar.readRooms },
    stop: () => {
      stopBeating()
      stopSaving()
      stopKeepingRules()
      stopKeeping?.()
      end()
    },
  }
}
