import type { TryPin } from '../secrets.ts'
import { isSettingRoom } from '../../shared/admin/admin.ts'
import type { AdminVerdict, VerdictOutcome } from '../../shared/admin/judging.ts'
import { bookingIdOf } from '../../shared/booking/booking.ts'
import { memoizeLast } from '../../shared/memoize-last.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'
import { mayRestartPage } from '../../shared/panel/page-restart.ts'
import { type UpdateWindow, updateWindowAt } from '../../shared/panel/update-window.ts'
import type { ReleaseOutcome } from '../../shared/release/release.ts'
import { boundariesOf } from '../../shared/reading/boundaries.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import { shownDays } from '../../shared/snapshot/snapshot-of.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import {
  type Administration,
  type AdminOutside,
  type AdminRequests,
  createAdministration,
} from '../admin/administration.ts'
import { install, type Installation } from '../installation/installation.ts'
import type { SetUpSource } from '../installation/panel-dependencies.ts'
import type { Cancel, Clock, Journal, LastReading, Log, TabletSettings } from '../ports.ts'
import type { ReleaseAgreed } from '../actions/release-agreed.ts'
import { recallReading } from '../reading/recall-reading.ts'
import type { OrderHandlers } from '../it-desk.ts'
import type { BookRoom } from '../reserving/book-room.ts'
import type { BookingOutside } from '../reserving/reserve-room.ts'
import { startWork, type Work } from './start-work.ts'
import { createCurrentRules } from '../panel/current-rules.ts'
import { createPaintLedger, type PaintedPicture } from './paint-ledger.ts'
import { createPanelStore, type PanelStore } from '../panel/panel-store.ts'
import { createRecordInJournal, type RecordInJournal } from '../panel/record-in-journal.ts'
import { createSnapshotFeed } from './snapshot-feed.ts'
import { createTouchLog } from './touch-log.ts'

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
  /** For a hub: releases a booking that no door's page shows here. Undefined before the engine works. */
  readonly releaseAgreed: (...asked: Parameters<ReleaseAgreed>) => Promise<ReleaseOutcome | undefined>
  readonly book: BookRoom
  readonly findRooms: () => Promise<void>
  readonly admin: AdminRequests
  /** The verdict of an administrator whom another program has let in: a hub carries out what its doors ask for. */
  readonly judge: (bookingId: string, verdict: AdminVerdict) => Promise<VerdictOutcome | undefined>
  /** Whether the page, which was loaded `age` ms ago, may be reloaded now. */
  readonly mayRestartPage: (age: number) => boolean
  /** To call when the disk refused another file: tests whether it still stores the journal. */
  readonly doubtDisk: () => void
  /** To call when the page was lost, or the tablet slept: no check-in was possible meanwhile. */
  readonly interrupt: () => void
  readonly stop: () => void
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
  /** Without it visitors can’t book at this door. */
  readonly booking?: BookingOutside
  /** Without it the panel starts without a stored reading. */
  readonly lastReading?: LastReading
  /** From 0 up to 1: separates its readings from other panels'. Without it the panel counts as alone. */
  readonly random?: () => number
  /** Without it the door takes no orders from a hub. */
  readonly orderHandlers?: OrderHandlers
}

export function createDoorPanel(parts: DoorPanelParts): DoorPanel {
  const { clock, lastReading, tablet } = parts
  const panel = createPanelStore()
  const rules = createCurrentRules(clock, tablet)
  const known = {
    ...parts,
    panel,
    rulesAt: rules.now,
    // Each panel remembers its own answers: two panels that shared a memory would replace each other's.
    shownDays: memoizeLast(shownDays),
    boundariesOf: memoizeLast(boundariesOf),
  }
  const feed = createSnapshotFeed(known)
  const ledger = createPaintLedger({ clock, panel, feed })
  const touches = createTouchLog(clock, panel)
  const record = memoizeLast(() => createRecordInJournal(known))
  const tryPin: TryPin = (pin) => administration.tryPin(pin)
  const people = { tryPin, paintedAt: ledger.paintedAt, untouchedFor: touches.ago }
  const forWork = { ...known, ...people, audit: parts.admin.audit, feed }
  const installation = install({
    ...known,
    rules,
    show: feed.show,
    recall: async (configuration, now) => lastReading && recallReading(lastReading, configuration, now),
    forget: () => lastReading?.forget(),
    begin: (dependencies) => startWork(forWork, record(), dependencies),
  })
  const administration = administrationOf(parts, panel, installation, feed.show)

  return {
    current: feed.current,
    hasBegun: installation.hasBegun,
    occupancy: () => feed.picture().occupancy.kind,
    onSnapshot: feed.onSnapshot,
    calm: () => updateWindowAt(panel.current(), clock.now(), rules.now(), touches.ago()),
    touchSeen: touches.touched,
    touch: async () => {
      touches.touched()
      administration.touch()
      await installation.work()?.touch()
    },
    painted: ledger.painted,
    checkIn: async (bookingId) => installation.work()?.checkIn(bookingIdOf(bookingId)),
    endMeeting: async (bookingId) => installation.work()?.endMeeting(bookingIdOf(bookingId)),
    releaseAgreed: async (booking, agreement) => installation.work()?.releaseAgreed(booking, agreement),
    book: async (wish, pin) => installation.work()?.book(wish, pin),
    findRooms: async () => installation.work()?.findRooms(),
    admin: administration.requests,
    judge: async (bookingId, verdict) => installation.work()?.giveVerdict(bookingIdOf(bookingId), verdict),
    mayRestartPage: (age) => mayRestartPage(panel.current(), clock.now(), rules.now(), age),
    doubtDisk: () => tryDisk(panel, record),
    interrupt: () => panel.apply({ kind: 'pageLost' }),
    stop: () => {
      administration.leave()
      installation.stop()
    },
  }
}

/** Tests the disk, unless `saveCheckIns` already retries a failing one. */
function tryDisk(panel: PanelStore, record: () => RecordInJournal): void {
  if (panel.current().journal.kind === 'kept') void record()((content) => content)
}

/** The administrators' requests, also at a panel that is not set up, where no heartbeat shows changes. */
function administrationOf(
  parts: DoorPanelParts,
  panel: PanelStore,
  { work, applyConfiguration }: Installation<Work>,
  show: () => void,
): Administration {
  const administration = createAdministration({
    ...parts,
    ...parts.admin,
    panel,
    giveVerdict: async (booking, verdict) => work()?.giveVerdict(booking, verdict),
    directory: () => work()?.directory,
    applyConfiguration,
    timeZone: parts.tablet.timeZone,
  })
  panel.onChange(({ kind }) => {
    if (kind === 'pageLost') administration.leave()
    // The menu shows the old room's bookings, so it closes, unless its own change of room did this.
    if (kind === 'setUp' && work() !== undefined && !isSettingRoom(panel.current().admin))
      administration.leave()
    if (kind === 'admin' && work() === undefined) show()
  })
  return administration
}
