import type { Sabotage } from './sabotage.ts'

/** Each takes one of the guards away by which a booking at the door leaves nothing behind. */
const guards: readonly Sabotage[] = [
  {
    name: 'a booking is sent before it is on the disk',
    file: 'engine/reserving/reservation-keeper.ts',
    replace: 'const saved = await save(next)',
    by: `const saved = { ok: true, value: undefined } as const
        void save(next)`,
  },
  {
    name: 'a booking has no key',
    file: 'engine/calendars/feishu/events/event-calls.ts',
    replace: "user_id_type: 'open_id', idempotency_key: id }",
    by: "user_id_type: 'open_id', about: id }",
  },
  {
    name: 'a lost making is asked for again under a new key',
    file: 'engine/calendars/feishu/events/event-calls.ts',
    replace: 'idempotency_key: id }',
    by: 'idempotency_key: `${id}-${Math.random()}` }',
  },
  {
    name: 'a lost making counts as never made',
    file: 'shared/reserving/evolve-reservation.ts',
    replace: "event.kind === 'interrupted') return { kind: 'lost', tries: 0 }",
    by: "event.kind === 'interrupted') return { kind: 'gone', because: 'unreachable', at: now }",
  },
  {
    name: 'the room is asked again when its answer is lost',
    file: 'engine/calendars/feishu/events/feishu-reservations.ts',
    replace: 'await call(addRoomCall(eventPlaceOf(entry), room, contact))',
    by: 'await retried(() => call(addRoomCall(eventPlaceOf(entry), room, contact)))',
  },
  {
    name: 'a removal is not repeated',
    file: 'engine/reserving/carry-out.ts',
    replace: "removed.ok ? 'removed' : 'tried'",
    by: "removed.ok ? 'removed' : 'removed'",
  },
  {
    name: 'a removal that is denied leaves the button',
    file: 'engine/reserving/noting-denials.ts',
    replace: 'remove: noting(calendar.remove)',
    by: 'remove: calendar.remove',
  },
  {
    name: 'the sweeper is off',
    file: 'engine/reserving/sweep.ts',
    replace: 'if (!listed.ok) return false',
    by: 'if (!listed.ok || listed.value.length >= 0) return true',
  },
  {
    name: 'the sweeper takes what doors of other rooms have made',
    file: 'engine/reserving/sweep.ts',
    replace: 'if (!isOwnRoom || ',
    by: 'if (',
  },
  {
    name: 'a restart forgets what is under way',
    file: 'engine/reserving/reserve-room.ts',
    replace: 'for (const id of ids)',
    by: 'for (const id of ids.slice(0, 0))',
  },
  {
    name: 'green while it books',
    file: 'shared/occupancy/occupancy-at.ts',
    replace: 'if (open === undefined || !isReserved(reserving, known, now)) return known',
    by: 'if (open === undefined || isReserved(reserving, known, now)) return known',
  },
  {
    name: 'green until the minute with which a booking for now begins',
    file: 'shared/occupancy/occupancy-at.ts',
    replace: 'if (coming !== undefined || ',
    by: 'if (',
  },
  {
    name: 'booked is said before the room has accepted',
    file: 'engine/reserving/carry-out.ts',
    replace: `    case 'waiting':
      return { kind: 'tried' }`,
    by: `    case 'waiting':
      return { kind: 'proven' }`,
  },
  {
    name: 'booked is said of what no reading has',
    file: 'engine/reserving/carry-out.ts',
    replace:
      "if (schedule === undefined || booking === undefined || !contains(booking, moment)) return { kind: 'tried' }",
    by: "if (schedule === undefined || booking === undefined || !contains(booking, moment)) return { kind: 'proven' }",
  },
  {
    name: 'booked is said of what the disk refuses',
    file: 'engine/reserving/reservation-keeper.ts',
    replace: "if (isRefused && after.state.kind === 'booked')",
    by: "if (isRefused && after.state.kind === 'booked' && after.at < 0)",
  },
  {
    name: 'a booking goes beyond the next one',
    file: 'shared/reserving/bookable-lengths.ts',
    replace: '.filter(({ end }) => end <= free.end)',
    by: '.filter(({ end }) => end <= endOf(room, minute))',
  },
  {
    name: 'a booking rests on an old reading',
    file: 'engine/reserving/book-room.ts',
    replace: 'const freshForBooking = seconds(10)',
    by: 'const freshForBooking = seconds(600)',
  },
  {
    name: 'a booking takes no notice of the company’s limits',
    file: 'shared/reserving/bookable-lengths.ts',
    replace: 'start + (limits.approvalFrom ?? Infinity),',
    by: '',
  },
  {
    name: 'who booked is not checked in',
    file: 'engine/reserving/check-in-booked.ts',
    replace: "if (wish === 'later') return true",
    by: 'if (wish.length > 0) return true',
  },
  {
    name: 'what was booked at the second panel is released',
    file: 'engine/actions/booked-there.ts',
    replace: "wish === undefined ? start - madeAt < forNow : wish !== 'later'",
    by: 'wish === undefined && start - madeAt < -forNow',
  },
  {
    name: 'an extension of the second panel is released',
    file: 'engine/actions/booked-there.ts',
    replace: "wish !== 'later'",
    by: "wish !== 'later' && start - madeAt < forNow",
  },
  {
    name: 'who started early at the second panel is put out',
    file: 'engine/actions/booked-there.ts',
    replace: "wish === 'startEarly' &&",
    by: "wish === 'startEarly' && start > booking.end &&",
  },
  {
    name: 'a reservation is taken up by the tablet’s own time',
    file: 'engine/reserving/time-known.ts',
    replace: 'while (!knowsTime(clock)',
    by: 'while (!knowsTime(clock) && isOver()',
  },
  {
    name: 'what can not be found is looked for without a word',
    file: 'shared/reserving/next-step.ts',
    replace: 'return state.tries < findsAfter.length',
    by: 'return state.tries < Infinity',
  },
]

export const bookingSabotages: readonly Sabotage[] = guards.map((guard) => ({
  ...guard,
  showsInBookings: true,
}))
