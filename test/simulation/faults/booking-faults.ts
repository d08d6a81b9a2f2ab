import type { HttpRequest } from '../../../engine/ports.ts'
import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { ok } from '../../../shared/result.ts'
import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import { type Door, refuseDisk } from '../laws/door.ts'
import { attemptsAt, noteMade } from '../laws/reserving/attempts.ts'
import { answerLost, refusal } from '../../../simulator/faults/fault.ts'
import { closeRoom } from '../people/close-room.ts'
import { note, type Office } from '../people/office.ts'
import { reservationsPath } from '../tablet/program.ts'
import { answerEmpty, datesWrong } from './between-faults.ts'
import { breakLine, faultFor, revokeTokens, spendQuota } from './platform-faults.ts'
import { coverPage, crash, crashPage, freezePage } from './program-faults.ts'
import { setClock, sleep } from './time-faults.ts'

/** Something that goes wrong around a visitor's tap on a length, at that door. */
type Disturbance = (office: Office, door: Door) => void

/** One thing goes wrong with a booking at the door, or two at once, some seconds before it or while it is on its way. */
export function disturb(office: Office, door: Door): void {
  const { dice, time, tally } = office
  const there: Office = { ...office, doors: [door] }
  for (let count = dice.pick([1, 1, 2]); count > 0; count--) {
    const disturbance = dice.pick(disturbances)
    time.after(dice.pick([0, dice.between(0, seconds(8)), dice.between(0, seconds(25))]), () => {
      tally.faults++
      disturbance(there, door)
    })
  }
}

const disturbances: readonly Disturbance[] = [
  (office) => crash(office),
  (office) => crash(office),
  (office) => crash(office),
  failCall,
  failCall,
  failCall,
  failCall,
  loseMaking,
  carryOutLate,
  carryOutLate,
  carryOutTwice,
  answerSlowly,
  answerSlowly,
  hideBookings,
  takeScope,
  tightenRules,
  switchOff,
  loseReservations,
  (office, door) => refuseDisk(door, 'ENOSPC', office.dice.pick([seconds(2), seconds(30), minutes(60)])),
  dieBesideFullDisk,
  breakLine,
  revokeTokens,
  spendQuota,
  closeRoom,
  crashPage,
  freezePage,
  coverPage,
  setClock,
  sleep,
  answerEmpty,
  datesWrong,
]

/** One of the calls by which a door books fails. */
function failCall(office: Office): void {
  const { dice, time, world, tell } = office
  const call = dice.pick(['createEvent', 'addAttendees', 'attendees', 'deleteEvent', 'events', 'calendars'])
  const fault = faultFor(office)
  const lasts = dice.pick([seconds(5), seconds(20), minutes(1), minutes(10), hours(2)])
  const limits = dice.chance(0.5) ? { times: dice.pick([1, 1, 2, 4]) } : { probability: dice.pick([1, 0.5]) }
  tell(() => `calls to ${call} fail for ${lasts / 1000} s: ${JSON.stringify(fault)}`)
  note(office.tally, `${call} that failed`)
  world.fail(call, fault, { until: time.now() + lasts, ...limits })
}

/** No answer says whether an event was made, and for some time the calendar does not say what is in it. */
function loseMaking({ dice, time, world, tally }: Office): void {
  note(tally, 'an event of which the calendar says nothing')
  const until = time.now() + minutes(dice.pick([1, 4, 20]))
  world.fail('createEvent', answerLost(), { times: 2, until })
  world.fail('events', refusal(99991672, 'no scope', 400), { until })
}

const isBookingCall = ({ method, url }: HttpRequest): boolean =>
  method !== 'GET' && url.includes('/calendar/v4/calendars/')

/** A panel that hears nothing gives up by then, ms. */
const sometimesLate = [seconds(3), seconds(12), seconds(40), seconds(90)] as const

/** A request stays somewhere on its way; nothing comes back, and it arrives when it is not waited for any more. */
function carryOutLate(office: Office, door: Door): void {
  const { dice, time, world, tally, tell } = office
  let left: number = dice.pick([1, 1, 2])
  const end = door.tablet.between.order({
    instead(request) {
      if (left === 0 || !isBookingCall(request)) return undefined
      left--
      const late = dice.pick(sometimesLate)
      tell(() => `${request.method} ${request.url} arrives ${late} ms late`)
      note(tally, 'a booking request that arrived late')
      const attempt = attemptsAt(door).find(({ key }) => key !== undefined && request.url.includes(key))
      if (attempt !== undefined) attempt.isLate = true
      time.after(late, () => {
        const before = new Set(world.eventsOf(office.app))
        world.answer(request)
        if (attempt !== undefined) noteMade(door, attempt, before)
      })
      return dice.chance(0.5) ? { kind: 'silence' } : { kind: 'reset', delay: 100 }
    },
  })
  time.after(minutes(2), end)
}

/** A server on the way sends a request twice. */
function carryOutTwice({ dice, time, world, tally }: Office, { tablet }: Door): void {
  note(tally, 'booking requests that arrived twice')
  const end = tablet.between.order({
    alter(request, sent) {
      if (!isBookingCall(request)) return undefined
      const again = world.answer(request)
      return { outcome: dice.pick([sent, again]), isHeard: true, isGenuine: true }
    },
  })
  time.after(minutes(2), end)
}

/** The room takes long to answer, or never does. */
function answerSlowly({ dice, time, world, tally }: Office): void {
  const { switches } = world
  const before = switches.roomAnswersAfter
  note(tally, 'a room that answers slowly or never')
  switches.roomAnswersAfter = dice.pick([
    [Infinity, Infinity],
    [9000, 40_000],
    [50_000, 90_000],
  ])
  time.after(minutes(dice.pick([1, 5, 30])), () => (switches.roomAnswersAfter = before))
}

/** The schedule shows new bookings late. */
function hideBookings({ dice, time, world }: Office): void {
  const { switches } = world
  const before = switches.bookingShownAfter
  switches.bookingShownAfter = dice.pick([seconds(4), seconds(20), seconds(70)])
  time.after(minutes(dice.pick([1, 20])), () => (switches.bookingShownAfter = before))
}

const scopes = [
  'calendar:calendar:read',
  'calendar:calendar:create',
  'calendar:calendar.event:create',
  'calendar:calendar.event:read',
  'calendar:calendar.event:update',
  'calendar:calendar.event:delete',
] as const

/** IT takes one of the app's scopes, or its bot, and gives it back. */
function takeScope({ dice, time, world, app, tell, tally }: Office): void {
  const scope = dice.pick([...scopes, undefined])
  tell(() => `the app loses ${scope ?? 'its bot'}`)
  note(tally, 'a scope, or the bot, that was taken for some time')
  if (scope === undefined) world.takeBot(app)
  else world.removeScope(app, scope)
  time.after(dice.pick([seconds(30), minutes(10), hours(5)]), () => {
    world.giveBot(app)
    for (const one of scopes) world.grantScope(app, one)
  })
}

/** The company gives the room other rules, which the door learns of later. */
function tightenRules({ dice, time, world, room, tally }: Office): void {
  const before = room.reserveRules
  note(tally, 'rules of the room that were tightened')
  world.limitBookings(room, dice.pick([{ approvalFromHours: 0 }, { longestHours: 0.25 }]))
  time.after(minutes(dice.pick([5, 300])), () => world.limitBookings(room, before))
}

/** IT switches booking off, and on again. */
function switchOff(office: Office, door: Door): void {
  const { dice, time, tally } = office
  note(tally, 'booking that was switched off')
  write(office, door, 'off')
  time.after(minutes(dice.pick([2, 60])), () => write(office, door, 'everyone'))
}

function write({ time, dice }: Office, door: Door, who: 'off' | 'everyone'): void {
  const { tablet, rules } = door
  const before = tablet.configuration()
  const written: DirectConfiguration = { ...before, booking: { ...before.booking, who } }
  rules.change(written, time.now())
  tablet.write(written)
  time.after(seconds(dice.between(0, 30)), () => {
    if (tablet.isRunning()) void tablet.program().follow(ok(tablet.configuration()))
  })
}

/** The disk takes nothing from then on, and the program dies before it is well again. */
function dieBesideFullDisk(office: Office, door: Door): void {
  const { dice, time } = office
  refuseDisk(door, 'ENOSPC', minutes(10))
  time.after(seconds(dice.between(10, 300)), () => crash(office))
}

/** The file with the door's reservations is gone or spoilt when the program begins anew. */
function loseReservations(office: Office): void {
  const { dice, tally } = office
  // A room that never answers leaves an event that is no booking.
  if (dice.chance(0.5)) answerSlowly(office)
  crash(office, (door) => {
    const { disk } = door.tablet
    note(tally, 'the file with the reservations is gone or spoilt')
    for (const attempt of attemptsAt(door)) attempt.isLost = true
    if (dice.chance(0.5)) return disk.lose((path) => path === reservationsPath)
    disk.spoil(reservationsPath, (disk.textOf(reservationsPath) ?? '').slice(0, 40))
  })
}
