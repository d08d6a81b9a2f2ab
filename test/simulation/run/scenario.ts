import { type DirectConfiguration } from '../../../shared/config/configuration.ts'
import { asDirect } from '../../support/line/only-direct.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { days, minutes, seconds } from '../../../shared/time/time.ts'
import { type Dice, diceFor } from '../time/dice.ts'

/** What a seed begins with. What happens then is drawn as it goes. */
export interface Scenario {
  readonly seed: number
  readonly isHealthy: boolean
  /** The platform hits a whole series where one instance is named: the one thing that goes wrong on healthy days, too. */
  readonly harmsSeries: boolean
  /** How long the readings hide that the other instances are gone, ms. */
  readonly harmShownAfter: number
  /** Visitors can book at its doors. */
  readonly booksAtDoor: boolean
  /** It begins in the last days of a month. */
  readonly isMonthsEnd: boolean
  /** True time, ms since 1970: midnight at the room. */
  readonly start: number
  readonly days: number
  /** When the panels begin for the first time; people book and come before that, too. */
  readonly begins: number
  /** The room's first panel, and the second one if there is one. */
  readonly configurations: readonly DirectConfiguration[]
  /** The time zone that the tablet is set to; it counts where the configuration has none. */
  readonly tabletZone: string
  /** How far the tablet's time runs ahead of the true one, ms. */
  readonly wrongBy: number
}

export const roomId = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'
export const appId = 'cli_a1b2c3d4e5f60718'
export const exemptOrganizer = 'Board'
const bookingContact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'
/** A door that can be booked has another picture each minute, so these worlds take longer. */
const bookingShare = 0.05

/** With fewer calls a month the calendar is read too seldom for every ghost to be released. */
const enough = [8000, 8000, 8000, 20_000]

/** Some offices work while others sleep. */
const nights = [
  { from: '20:00', to: '06:00', days: [1, 2, 3, 4, 5] },
  { from: '22:30', to: '08:00', days: [5, 6, 7] },
]

/** Names, the room's offset in winter (hours), days around which its clocks change, and what IT wrote there. */
const places = [
  { zone: 'Asia/Shanghai', offset: 8, from: '2026-10-12' },
  { zone: 'Asia/Shanghai', offset: 8, from: '2026-12-30' },
  { zone: 'Asia/Tokyo', offset: 9, from: '2026-11-02' },
  { zone: 'Europe/Berlin', offset: 1, from: '2026-10-24' },
  { zone: 'Europe/Berlin', offset: 1, from: '2027-03-27' },
  { zone: 'Asia/Shanghai', offset: 8, from: '2026-10-31', isMonthsEnd: true },
  { zone: 'Asia/Shanghai', offset: 8, from: '2026-11-29', isMonthsEnd: true },
  { zone: 'Asia/Tokyo', offset: 9, from: '2027-02-27', isMonthsEnd: true },
].map((place) => ({ isMonthsEnd: false, ...place, plain: plainIn(place.zone) }))
const withoutZone = plainIn()

export function scenarioOf(seed: number, isHealthy: boolean): Scenario {
  const dice = diceFor(seed, 1)
  const place = dice.pick(places)
  const isZoneSet = isHealthy || dice.chance(0.8)
  const booking = bookingOf(diceFor(seed, 7))
  const first = { ...configurationOf(dice, isZoneSet ? place.plain : withoutZone, isHealthy), booking }
  const hasSecond = !isHealthy && dice.chance(0.04)
  const start = Date.parse(`${place.from}T00:00:00Z`) - place.offset * 3_600_000
  return {
    seed,
    isHealthy,
    // Visitors who book spend what little is left of a month on its last days.
    isMonthsEnd: place.isMonthsEnd || (booking.who !== 'off' && place.from.endsWith('-30')),
    start,
    begins: start + (dice.chance(0.3) ? minutes(dice.between(0, 24 * 60)) : 0),
    days: dice.chance(0.015) ? dice.between(10, 20) : dice.between(1, 5),
    configurations: hasSecond ? [first, { ...first, follower: true }] : [first],
    tabletZone: dice.chance(0.7) ? place.zone : dice.pick(['UTC', 'America/New_York', 'Pacific/Auckland']),
    wrongBy: wrongnessOf(dice),
    booksAtDoor: booking.who !== 'off',
    harmsSeries: dice.chance(isHealthy ? 0.2 : 0.03),
    harmShownAfter: dice.pick([0, 0, seconds(20), minutes(3), minutes(8)]),
  }
}

function configurationOf(dice: Dice, plain: DirectConfiguration, isHealthy: boolean): DirectConfiguration {
  const mode = isHealthy || dice.chance(0.92) ? 'auto' : dice.pick(['observe', 'off'])
  return {
    ...plain,
    checkIn: {
      mode,
      opensMinutesBefore: dice.pick([0, 1, 1, 2, 3, 5, 10]),
      graceMinutes: dice.chance(0.05) ? dice.pick([10, 15]) : dice.pick([1, 1, 1, 1, 2, 2, 3, 5]),
      exemptHours: dice.pick([2, 8, 8, 24]),
      exempt: dice.chance(0.5) ? [exemptOrganizer] : [],
    },
    budget: { callsPerMonth: dice.pick(isHealthy ? enough : [2000, 2000, 2000, 2000, 4000, 8000]) },
    officeHours: dice.chance(0.06) ? dice.pick(nights) : plain.officeHours,
    privacy: { ...plain.privacy, showTitle: dice.chance(0.1) },
    follower: !isHealthy && dice.chance(0.02),
  }
}

/** How IT lets visitors book at the doors, in a share of the worlds. */
function bookingOf(dice: Dice): DirectConfiguration['booking'] {
  return {
    who: dice.chance(bookingShare) ? 'everyone' : 'off',
    lengthsMinutes: dice.pick([[15, 30, 45, 60], [15, 30, 45, 60], [20], [30, 90, 240]]),
    longestMinutes: dice.pick([60, 60, 30, 240]),
    hoursPerDay: dice.pick([4, 4, 1, 24]),
    extensions: dice.pick([2, 2, 0, 1]),
    extensionMinutes: dice.pick([30, 30, 15]),
    laterBookings: dice.pick([2, 2, 0, 8]),
    ...(dice.chance(0.9) && { contact: bookingContact }),
  }
}

/** What all have in a time zone. Whether there is such a zone is asked once: that takes as long as a hundredth of a day. */
function plainIn(timeZone?: string): DirectConfiguration {
  const parsed = parseConfiguration({
    feishu: { origin: 'https://open.feishu.cn', appId },
    room: { id: roomId },
    locale: 'en-US',
    ...(timeZone !== undefined && { timeZone }),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return asDirect(parsed.value)
}

/** Most tablets are right to some seconds; some woke up in another year. */
const wrongnessOf = (dice: Dice): number =>
  dice.pick([
    0,
    dice.between(-900, 900),
    dice.between(-20_000, 20_000),
    dice.between(-7_200_000, 7_200_000),
    dice.between(-days(400), days(400)),
  ])
