import type { TryPin } from '../secrets.ts'
import type { BoundariesOf } from '../../shared/reading/boundaries.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { ShownDays } from '../../shared/snapshot/snapshot-of.ts'
import { createGiveVerdict, type GiveVerdict } from '../actions/admin-verdict.ts'
import { createRecordCheckIn, type RecordCheckIn } from '../actions/record-check-in.ts'
import { createDeliverVerdict } from '../actions/deliver-verdict.ts'
import { createEndMeeting, type EndMeeting } from '../actions/end-meeting.ts'
import { createSeriesGuard } from '../actions/guard-series.ts'
import { createReleaseAgreed, type ReleaseAgreed } from '../actions/release-agreed.ts'
import { createReleaseNoShow } from '../actions/release-no-show.ts'
import { voteWhenAsked } from '../actions/release-together.ts'
import type { RoomDirectory } from '../admin/list-rooms.ts'
import type { Audit } from '../audit.ts'
import type { PanelDependencies } from '../installation/panel-dependencies.ts'
import { serveIt, type ServeItParts } from './serve-it.ts'
import type { SnapshotFeed } from './snapshot-feed.ts'
import { startHeartbeat } from './heartbeat.ts'
import { keepRules } from '../panel/keep-rules.ts'
import { createNoteUnreleased } from '../panel/note-unreleased.ts'
import { leaseOf, type PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import { saveCheckIns } from '../panel/save-check-ins.ts'
import { shareCheckIns } from '../panel/share-check-ins.ts'
import type { Clock, LastReading, Log } from '../ports.ts'
import { keepReading } from '../reading/keep-reading.ts'
import { createRefreshRoom } from '../reading/refresh-room.ts'
import { createRefreshSchedule } from '../reading/refresh-schedule.ts'
import { createRefreshTitles } from '../reading/refresh-titles.ts'
import { createTouchPanel, type TouchPanel } from '../reading/touch-panel.ts'
import type { BookRoom } from '../reserving/book-room.ts'
import { notingDenials } from '../reserving/noting-denials.ts'
import { type BookingOutside, startReserving } from '../reserving/reserve-room.ts'

/** What a panel that is set up can do, until it is stopped. */
export interface Work {
  readonly touch: TouchPanel
  readonly checkIn: RecordCheckIn
  readonly endMeeting: EndMeeting
  readonly book: BookRoom
  readonly findRooms: () => Promise<void>
  readonly giveVerdict: GiveVerdict
  readonly releaseAgreed: ReleaseAgreed
  readonly directory: RoomDirectory | 'hubDecides'
  readonly stop: () => void
}

export interface WorkParts extends Pick<ServeItParts, 'paintedAt' | 'orderHandlers' | 'untouchedFor'> {
  readonly clock: Clock
  readonly log: Log
  readonly panel: PanelStore
  readonly audit: Audit
  readonly booking?: BookingOutside
  readonly tryPin: TryPin
  readonly lastReading?: LastReading
  readonly random?: () => number
  readonly rulesAt: () => PanelRules
  readonly feed: SnapshotFeed
  readonly shownDays: ShownDays
  readonly boundariesOf: BoundariesOf
}

/** Reads again at once whenever that costs no call. */
function followNews({ onNews }: PanelDependencies['calendar'], read: () => readonly unknown[]): () => void {
  return onNews?.(() => void read()) ?? (() => undefined)
}

/** Sets the panel to work with this room's calendar: looks after it, and makes what people can ask for. */
export function startWork(
  parts: WorkParts,
  record: RecordInJournal,
  { configuration, calls, ...dependencies }: PanelDependencies,
): Work {
  const { clock, log, lastReading, rulesAt, random } = parts
  const { panel, end } = leaseOf(parts.panel)
  const calendar = notingDenials(dependencies.calendar, panel)
  const outside = { ...parts, panel, calendar, record, show: parts.feed.show }
  const refreshTitles = createRefreshTitles(outside)
  const { timeZone } = rulesAt()
  const refresh = createRefreshSchedule({ ...outside, refreshTitles, timeZone, ...(random && { random }) })
  const seriesGuard = createSeriesGuard({ ...outside, room: configuration.room.id })
  const deliver = createDeliverVerdict({ ...outside, refresh, seriesGuard })
  const refreshRoom = createRefreshRoom(outside)
  const releaseNoShow = createReleaseNoShow({ ...outside, refresh, seriesGuard, deliver })
  const stopBeating = startHeartbeat({
    ...outside,
    refresh,
    refreshRoom,
    releaseNoShow,
    noteUnreleased: createNoteUnreleased(outside),
  })
  const room = configuration.room.id
  const reserving = startReserving({ ...outside, booking: parts.booking, room, refresh })
  const stops = [
    reserving.stop,
    stopBeating,
    followNews(calendar, () => [refresh(), refreshRoom()]),
    saveCheckIns(outside),
    ...(calendar.checkIns ? [shareCheckIns(panel, calendar.checkIns)] : []),
    ...(calendar.releases ? [voteWhenAsked({ ...outside, refresh, releaseNoShow }, calendar.releases)] : []),
    ...(calendar.itDesk ? [serveIt(outside, calendar.itDesk)] : []),
    keepRules(outside),
    ...(lastReading ? [keepReading({ ...outside, configuration, lastReading })] : []),
    end,
  ]
  const share =
    configuration.hub === undefined ? calls?.shareOf(configuration.budget.callsPerMonth) : undefined
  log.info('panel.begun', {
    room: configuration.room.id,
    interval: rulesAt().interval,
    ...(share && { share: Math.round(share.calls), spent: share.spent }),
  })
  return {
    touch: createTouchPanel({ clock, panel, refresh, extent: () => rulesAt().touches }),
    checkIn: createRecordCheckIn(outside),
    endMeeting: createEndMeeting({ ...outside, refresh, deliver }),
    book: reserving.book,
    findRooms: reserving.findRooms,
    giveVerdict: createGiveVerdict({ ...outside, refresh, deliver }),
    releaseAgreed: createReleaseAgreed({ ...outside, refresh, seriesGuard, deliver }),
    directory:
      configuration.hub === undefined
        ? { current: configuration.room.id, readRooms: calendar.readRooms }
        : 'hubDecides',
    stop: () => stops.forEach((stop) => stop()),
  }
}
