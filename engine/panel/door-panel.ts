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

/** The application without Electron: the door's snapshots, and people's requests. */
export interface DoorPanel {
  /** The present snapshot for the page, which then reports that it has painted it. */
  readonly current: () => Snapshot
  /** Resolves when `current` has a true state to show. */
  readonly hasBegun: Promise<void>
  readonly occupancy: () => Occupancy['kind']
  /** Whether an update may stop the program; undefined while people need the door, or may. */
  readonly calm: () => UpdateWindow | undefined
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => Cancel
  /** To call when the page reports a touch: reads the data again, if it is not fresh. */
  readonly touch: () => Promise<void>
  /** To call at each touch of the screen, even if the page did not react: the grace begins again. */
  readonly touchSeen: () => void
  readonly painted: (picture: PaintedPicture) => void
  readonly checkIn: (bookingId: string) => Promise<void>
  readonly endMeeting: (bookingId: string) => Promise<void>
  readonly admin: AdminRequests
  /** Whether the page, which was loaded `age` ms ago, may be reloaded now. */
  readonly mayRestartPage: (age: number) => boolean
  /** To call when the disk refused another file: tests whether it still stores the journal. */
  readonly doubtDisk: () => void
  /** To call when the page was lost, or the tablet slept: no check-in was possible meanwhile. */
  readonly interrupt: () => void
  readonly stop: () => void
}

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
  /** Without it the panel starts without a stored reading. */
  readonly lastReading?: LastReading
  /** From 0 up to 1: separates its readings from other panels'. Without it the panel counts as alone. */
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
      // The menu shows the old room's bookings, so it closes, unless its own change of room did this.
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
      // An older picture does not show which buttons can be tapped now.
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

/** Tests the disk, unless `saveCheckIns` already retries a failing one. */
function tryDisk(panel: PanelStore, record: () => RecordInJournal): void {
  if (panel.current().journal.kind === 'kept') void record()((content) => content)
}

function countTouches(clock: Pick<Clock, 'now' | 'elapsed'>, panel: PanelStore) {
  let lastAt = -Infinity
  return {
    seen: (): void => {
      lastAt = clock.elapsed()
      // Counts even if no action follows, because people are at the door.
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

/** Also works at a panel that is not set up, where no heartbeat shows changes. */
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

/** Starts the actions and the upkeep of a panel that is set up. */
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
  const seriesGuard = createSeriesGuard({ ...outside, room: configuration.room.id, record })
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
