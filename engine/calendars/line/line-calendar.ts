import type { Verdict } from '../../../shared/action/verdict.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import type { RoomView } from '../../../shared/line/view.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { contains, plus, seconds } from '../../../shared/time/time.ts'
import type { Clock } from '../../ports.ts'
import type { DoorCalendar } from '../../reservation-calendar.ts'
import type { CalendarProblem, ReplyTicket } from '../../room-calendar.ts'
import { type AskHub, type AskHubParts, createAskHub } from './asks.ts'
import { hearViews, type HeardViews, type HeardViewsParts } from './heard-views.ts'
import { createHubTime } from './hub-time.ts'
import { createLineCheckIns } from './line-check-ins.ts'
import { createLineReleases } from './line-releases.ts'
import { createLineReservations } from './line-reservations.ts'
import { readRoomsFromHub } from './line-rooms.ts'
import { createLineItDesk, type LineItDeskParts } from './line-it-desk.ts'
import { replyFromHub } from './reply-from-hub.ts'

/**
 * How long a door waits for the hub's answer to a verdict, ms: the hub looks, sends and proves, each within
 * the time limit of its call.
 */
const verdictLimit = seconds(40)
/** How long a ticket is valid, ms: as long as one of the calendar itself. */
const ticketServesFor = seconds(10)

export interface LineCalendarParts
  extends HeardViewsParts, AskHubParts, Pick<LineItDeskParts, 'session' | 'storePassword'> {
  readonly clock: Clock
}

/** The room's calendar as a hub tells of it. It makes no call and has no secret. */
export function createLineCalendar(parts: LineCalendarParts): DoorCalendar {
  const views = hearViews(parts)
  const ask = createAskHub(parts)
  const { clock } = parts
  const isTimeKnown = createHubTime(clock, ask)

  /** The hub's view of now, or why there is none. */
  const present = async (): Promise<Result<RoomView, CalendarProblem>> => {
    if (views.live() === undefined) return err(hubSilent)
    if (!(await isTimeKnown())) return err(timeUnknown)
    const view = views.live()
    return view !== undefined && contains(view.window, clock.now()) ? ok(view) : err(hubSilent)
  }
  const checkIns = createLineCheckIns({ ...parts, views })
  return {
    checkIns,
    itDesk: createLineItDesk({ ...parts, outbox: checkIns.outbox }),
    releases: createLineReleases({ ...parts, ask }),
    sharedReservations: createLineReservations({ ...parts, views, ask }),
    onNews: views.onChange,
    async readSchedule() {
      const view = await present()
      if (!view.ok) return view
      const { bookings, readAt, window } = view.value
      return { ...ok(bookings), askedAt: readAt, window }
    },
    readTitles: async (bookings) => {
      const titles = new Map(views.live()?.titles)
      return new Map([...titles].filter(([id]) => bookings.some((booking) => booking.id === id)))
    },
    async readRoom() {
      const view = await present()
      if (!view.ok) return view
      const { id: _, readAt, ...room } = view.value.room
      return readAt === undefined ? err(roomUnread) : { ...ok(room), askedAt: readAt }
    },
    readRooms: () => readRoomsFromHub(ask),
    // The hub watches the series, because it sends the reply.
    readSiblings: async () => ok([]),
    prepareReply: async (booking, verdict) => prepared(views, clock, booking, verdict),
    commitReply: (ticket) => committed(clock, ask, ticket),
  }
}

function prepared(
  views: HeardViews,
  clock: Clock,
  { id, meeting }: Booking,
  verdict: Verdict,
): Result<ReplyTicket, CalendarProblem> {
  if (views.live() === undefined) return err(hubSilent)
  if (verdict === 'release') return err(noRelease)
  // The hub finds the instance.
  const ticket = { booking: { id, meeting }, verdict, instance: 0 }
  return ok({ ...ticket, expiresAt: plus(clock.now(), ticketServesFor) })
}

async function committed(clock: Clock, ask: AskHub, { booking, verdict, expiresAt }: ReplyTicket) {
  if (clock.now() >= expiresAt) return { kind: 'refused', problem: expired } as const
  if (verdict === 'release') return { kind: 'refused', problem: noRelease } as const
  const about = { booking: booking.id }
  return replyFromHub(
    await ask(
      verdict === 'end' ? { kind: 'end', ...about } : { kind: 'verdict', verdict, ...about },
      verdictLimit,
    ),
  )
}

const unreachable = (what: string): CalendarProblem => ({ code: 'unreachable', cause: new Error(what) })

const hubSilent = unreachable('The hub is not heard')
const roomUnread = unreachable('The hub has not read the room yet')
const timeUnknown: CalendarProblem = {
  ...unreachable('The hub has not told the time yet'),
  network: 'timeUnknown',
}
const unserved = (what: string): CalendarProblem => ({ code: 'unexpected', cause: new Error(what) })

const noRelease = unserved('A door with a hub does not release by itself')
const expired = unserved('The ticket came too late')
