import { secretAccounts } from '../../../engine/installation/app-secret.ts'
import type { Clock } from '../../../engine/ports.ts'
import type { Demo } from '../../../main/composition/demo.ts'
import { hashPin } from '../../../main/pin-hash.ts'
import type { Locale } from '../../../shared/languages/locales.ts'
import { asDirect } from '../../support/line/only-direct.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { ok } from '../../../shared/result.ts'
import { days, hours, minutes } from '../../../shared/time/time.ts'
import type { Room } from '../../../simulator/rooms/room.ts'
import { createWorld, type World } from '../../../simulator/world.ts'
import { breakLine, revokeTokens, spendQuota } from '../../simulation/faults/platform-faults.ts'
import { createDice, type Dice } from '../../simulation/time/dice.ts'
import { httpOf } from '../../support/world-http.ts'

/** The same month every time. */
const seed = 7
/** A day more than is lived, so that the last one has something ahead of it, too. */
const length = days(31)
const lengths = [15, 30, 30, 45, 60, 60, 90] as const
const breaks = [0, 15, 30, 60] as const

/**
 * Takes the place of the demo's calendar in the program that is soaked: a whole month, all of it booked from the start so
 * that the calendar itself doesn't grow, and a day-long procession of faults. All else in that program is the product's.
 */
export function createDemo(clock: Clock, locale: Locale): Demo {
  const dice = createDice(seed)
  const world = createWorld({ now: clock.now, random: dice.next })
  const app = world.addApp()
  const room = world.addRoom({ name: 'Magnolia', capacity: 8 })
  bookMonth(world, room, dice, Math.floor(clock.now() / days(1)) * days(1))
  spoil({ clock, world, room, dice })
  const parsed = parseConfiguration({
    feishu: { origin: 'http://127.0.0.1', appId: app.id },
    room: { id: room.id },
    checkIn: { mode: 'auto' },
    timeZone: 'UTC',
    locale,
  })
  if (!parsed.ok) throw new Error('The month has a wrong configuration', { cause: parsed.error })
  const direct = asDirect(parsed.value)
  const configuration = ok(direct)
  const kept = hashPin('1234')
  const secrets = new Map(secretAccounts(direct.feishu, app.secret))
  return {
    readConfiguration: async () => configuration,
    place: {
      file: 'the month',
      // No visitor of this month knows the PIN.
      stage: async () => ok({ commit: async () => ok(undefined), discard: async () => undefined }),
    },
    http: httpOf(world),
    vault: { read: async (account) => ok(secrets.get(account) ?? (await kept)) },
  }
}

function bookMonth(world: World, room: Room, dice: Dice, begin: number): void {
  for (let midnight = begin; midnight < begin + length; midnight += days(1)) {
    let from = midnight + hours(8)
    while (from < midnight + hours(19)) {
      const to = from + minutes(dice.pick(lengths))
      world.book(room, { from, to, title: `Meeting ${from / 1000}`, private: dice.chance(0.1) })
      from = to + minutes(dice.pick(breaks))
    }
  }
  const standUp = { from: begin + hours(7.5), to: begin + hours(7.75), title: 'Stand-up' }
  world.book(room, { ...standUp, repeats: { every: 'day' } })
}

interface Spoilt {
  readonly clock: Clock
  readonly world: World
  readonly room: Room
  readonly dice: Dice
}

/** Something goes wrong about every two hours. */
function spoil(parts: Spoilt): void {
  const { clock, dice } = parts
  const office = { ...parts, time: clock, tell: () => undefined }
  const goOn = (): void => {
    dice.pick([breakLine, breakLine, breakLine, breakLine, breakLine, breakLine, revokeTokens, spendQuota])(
      office,
    )
    clock.after(minutes(dice.between(10, 230)), goOn)
  }
  clock.after(hours(1), goOn)
}
