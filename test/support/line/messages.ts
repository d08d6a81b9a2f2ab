import type { LineMessage, MessageKind } from '../../../shared/line/messages.ts'
import type { RoomView } from '../../../shared/line/view.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aConfiguration } from '../a-door.ts'
import { aBooking, at, auto, aWindow } from '../builders.ts'

const { follower: _, ...policy } = auto
const morning = aBooking('10:00', '10:30')
const { id: booking, meeting, start, end } = morning

/** A view of a room with one booking. */
export const aView = (over: Partial<RoomView> = {}): RoomView => ({
  v: 1,
  epoch: 1,
  seq: 1,
  room: { id: 'omm_1', name: 'Magnolia', readAt: at('09:00') },
  readAt: at('09:00'),
  window: aWindow,
  bookings: [morning],
  titles: [[booking, 'Weekly']],
  checkIns: [],
  policy,
  reservations: [],
  silentDoors: [],
  ...over,
})

/** One message of each kind, with all that it can hold. */
export const everyMessage: { readonly [Name in MessageKind]: LineMessage<Name> } = {
  room: aView({
    room: {
      id: 'omm_1',
      name: 'Magnolia',
      capacity: 8,
      equipment: ['video'],
      place: ['A', '2'],
      outOfService: { reason: 'Paint', from: at('12:00'), until: at('13:00') },
      readAt: at('08:59'),
    },
    checkIns: [{ id: 'c-1', booking, meeting, start, end, at: start, organizer: 'a1' }],
    silentDoors: ['door-b'],
  }),
  desired: {
    v: 1,
    version: 3,
    configuration: { ...configurationOfADoor() },
    nextPassword: 'A'.repeat(43),
  },
  answer: { v: 1, re: 'ask-1', outcome: { kind: 'refused', reason: 'bookingGone' } },
  order: { v: 1, id: 'order-1', kind: 'vote', booking },
  presence: { v: 1, session: 's-1', on: true, version: '0.1.0' },
  reported: {
    v: 1,
    session: 's-1',
    configuration: 3,
    occupancy: 'inUse',
    readAt: at('10:05'),
    pageAge: seconds(2),
    clockError: 200,
    outbox: 1,
    lastProblem: 'unreachable',
  },
  event: { v: 1, id: 'c-1', kind: 'checkIn', booking, meeting, start, end, at: start, organizer: 'a1' },
  ask: {
    v: 1,
    id: 'ask-1',
    kind: 'release',
    booking,
    vote: { says: 'keep', because: 'touched' },
    order: 'o',
  },
  told: { v: 1, re: 'order-1', kind: 'lines', part: 0, parts: 1, lines: ['broker: ok'] },
  pulse: { v: 1, epoch: 2, time: at('10:05') },
  site: { v: 1, occupancy: 'inUse', until: end, readAt: at('10:05') },
}

function configurationOfADoor(): NonNullable<LineMessage<'desired'>['configuration']> {
  const { feishu: _feishu, room: _room, budget: _budget, ...rules } = aConfiguration()
  return rules
}
