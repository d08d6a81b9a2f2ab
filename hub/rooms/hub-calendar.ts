import type { DoorCalendar, ReservationCalendar } from '../../engine/reservation-calendar.ts'
import type { Clock } from '../../engine/ports.ts'
import { plus } from '../../shared/time/time.ts'
import type { AttemptedReplies } from './attempted-replies.ts'
import type { RoomViews } from './room-views.ts'
import type { SharedReadings } from './shared-readings.ts'

export interface HubCalendarParts {
  readonly room: string
  /** The room's own calls. */
  readonly calendar: DoorCalendar
  readonly readings: SharedReadings
  readonly views: RoomViews
  readonly replies: Pick<AttemptedReplies, 'prepareReply' | 'commitReply'>
  /** Missing where no door can book. */
  readonly reservations: ReservationCalendar | undefined
  readonly clock: Clock
}

/** The room's calendar in the hub: its doors are told of all that is read, and its replies are attempts. */
export function createHubCalendar(parts: HubCalendarParts): DoorCalendar {
  const { room, calendar, readings, views, replies, reservations, clock } = parts
  return {
    readRooms: calendar.readRooms,
    readSiblings: calendar.readSiblings,
    prepareReply: replies.prepareReply,
    commitReply: replies.commitReply,
    ...(reservations && { reservations }),
    readSchedule: (window, isAwaited) => readings.read(room, window, isAwaited),
    onNews: (run) =>
      readings.onReading((of, _reading, isOwn) => {
        if (of === room && !isOwn) run()
      }),
    async readTitles(bookings) {
      const titles = await calendar.readTitles(bookings)
      views.titlesRead(room, titles)
      return titles
    },
    async readRoom() {
      const asked = clock.elapsed()
      const answer = await calendar.readRoom()
      if (answer.ok && clock.isWholeSince(asked))
        views.roomRead(room, answer.value, plus(clock.now(), asked - clock.elapsed()))
      return answer
    },
  }
}
