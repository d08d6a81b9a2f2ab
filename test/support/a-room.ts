import { createGiveVerdict } from '../../engine/actions/admin-verdict.ts'
import { createRecordCheckIn } from '../../engine/actions/record-check-in.ts'
import { createDeliverVerdict } from '../../engine/actions/deliver-verdict.ts'
import { createEndMeeting } from '../../engine/actions/end-meeting.ts'
import { createSeriesGuard } from '../../engine/actions/guard-series.ts'
import { createReleaseAgreed } from '../../engine/actions/release-agreed.ts'
import { createReleaseNoShow } from '../../engine/actions/release-no-show.ts'
import { createNoteUnreleased } from '../../engine/panel/note-unreleased.ts'
import { createPanelStore } from '../../engine/panel/panel-store.ts'
import { createRecordInJournal } from '../../engine/panel/record-in-journal.ts'
import type { JournalRead } from '../../engine/ports.ts'
import { createRefreshSchedule } from '../../engine/reading/refresh-schedule.ts'
import { createRefreshTitles } from '../../engine/reading/refresh-titles.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { JournalContent } from '../../shared/panel/journal.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { type BookingRules, noBooking } from '../../shared/reserving/booking-rules.ts'
import { seconds } from '../../shared/time/time.ts'
import { at, auto, someRules } from './builders.ts'
import { createMemoryAudit } from './memory/memory-admin.ts'
import { createMemoryCalendar } from './memory/memory-calendar.ts'
import { createMemoryJournal } from './memory/memory-journal.ts'
import { createMemoryLog } from './memory/memory-log.ts'
import { createVirtualClock } from './virtual-clock.ts'

interface RoomOptions {
  readonly bookings: readonly Booking[]
  readonly kept?: JournalRead
  /** Its id. */
  readonly room?: string
}

/** A room with its use cases on in-memory ports, just after its first reading. No timer runs by itself. */
export async function aRoom(time: string, { bookings, kept, room: id = 'omm_1' }: RoomOptions) {
  const clock = createVirtualClock(at(time))
  const calendar = createMemoryCalendar(...bookings)
  const journal = createMemoryJournal(kept)
  const log = createMemoryLog()
  const panel = createPanelStore()
  const audit = createMemoryAudit()
  const rules: { policy: Policy; booking: BookingRules } = { policy: auto, booking: noBooking }
  const outside = {
    clock,
    calendar,
    panel,
    log,
    audit,
    rulesAt: () => ({ ...someRules, ...rules }),
  }
  const record = createRecordInJournal({ ...outside, journal })
  const refreshTitles = createRefreshTitles(outside)
  const refresh = createRefreshSchedule({ ...outside, refreshTitles, timeZone: someRules.timeZone })
  const seriesGuard = createSeriesGuard({ ...outside, room: id, record })
  const deliver = createDeliverVerdict({ ...outside, refresh, seriesGuard })
  const room = {
    clock,
    calendar,
    journal,
    audit,
    log,
    panel,
    /** IT's rules; a story may replace them. */
    rules,
    record,
    refresh,
    seriesGuard,
    checkIn: createRecordCheckIn({ ...outside, record }),
    endMeeting: createEndMeeting({ ...outside, refresh, deliver }),
    giveVerdict: createGiveVerdict({ ...outside, refresh, deliver }),
    releaseNoShow: createReleaseNoShow({ ...outside, refresh, record, seriesGuard, deliver }),
    releaseAgreed: createReleaseAgreed({ ...outside, refresh, seriesGuard, deliver }),
    noteUnreleased: createNoteUnreleased({ ...outside, record }),
    /** What lies on the disk. */
    onDisk: (): JournalContent =>
      journal.kept.kind === 'found' ? journal.kept.content : { checkIns: [], attempts: [], decisions: [] },
    /** Lets time pass until `until`, in which the page has a check-in button for these bookings. */
    offering: async (until: string, ...offered: readonly Booking[]) => {
      const checkIns = offered.map(({ id }) => id)
      const paint = () =>
        panel.apply({ kind: 'painted', checkIns, at: clock.now(), elapsed: clock.elapsed() })
      paint()
      while (clock.now() < at(until)) {
        // oxlint-disable-next-line no-await-in-loop -- one picture after the other
        await clock.advance(Math.min(seconds(4), at(until) - clock.now()))
        paint()
      }
    },
    /** Waits for what was begun, letting `ms` pass. */
    outcomeOf: async <T>(begun: Promise<T>, ms = seconds(20)): Promise<T> => {
      await clock.advance(ms)
      return begun
    },
  }
  await refresh()
  await clock.advance(0)
  return room
}
