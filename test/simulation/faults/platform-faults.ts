import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import {
  answerLost,
  bodyCut,
  connectionRefused,
  emptyAnswer,
  type Fault,
  garbage,
  gatewayPage,
  pretence,
  refusal,
  silence,
  slow,
  tooManyCalls,
  unreadableRoom,
} from '../../../simulator/faults/fault.ts'
import type { Office } from '../people/office.ts'
import type { TrueTime } from '../time/true-time.ts'

/** What a fault strikes. */
export interface Line extends Pick<Office, 'dice' | 'world' | 'room' | 'tell'> {
  readonly time: Pick<TrueTime, 'now' | 'after'>
}

/** Calls fail in one of the ways in which the net and the platform fail, for some seconds or many minutes. */
export function breakLine(line: Line): void {
  const { dice, time, world, tell } = line
  const call = dice.pick(['any', 'any', 'freebusy', 'reply', 'reply', 'token', 'room'])
  const fault = faultFor(line)
  const lasts = dice.pick([
    seconds(5),
    seconds(5),
    seconds(30),
    seconds(30),
    minutes(2),
    minutes(2),
    minutes(15),
    hours(3),
  ])
  const limits = { until: time.now() + lasts, probability: dice.pick([1, 0.5, 0.2]) }
  tell(() => `calls to ${call} fail for ${lasts / 1000} s: ${JSON.stringify(fault)}`)
  world.fail(call, fault, limits)
}

export function faultFor({ dice, room }: Line): Fault {
  const carriedOut = dice.chance(0.5)
  return dice.pick([
    () => connectionRefused(),
    () => answerLost(),
    () => answerLost(),
    () => bodyCut(),
    () => silence({ carriedOut }),
    () => silence({ carriedOut }),
    () => garbage({ carriedOut }),
    () => emptyAnswer({ carriedOut }),
    () => gatewayPage(dice.pick([502, 503, 504]), { carriedOut }),
    () => slow(500, dice.pick([2000, 12_000])),
    () =>
      tooManyCalls({ status: dice.pick([429, 400]), resetSeconds: dice.pick([dice.between(1, 90), 3600]) }),
    () => refusal(dice.pick([105001, 2200, 99991663, 190004]), 'trouble', dice.pick([200, 400, 500])),
    () => pretence(),
    () => unreadableRoom(room),
  ])()
}

/** What a reply did shows late in the readings. */
export function lagReplies({ dice, time, world, tell }: Line): void {
  const lag = dice.pick([dice.between(500, 20_000), dice.between(500, 20_000), minutes(4), minutes(9)])
  tell(() => `replies show after ${lag} ms`)
  world.switches.replyShownAfter = lag
  time.after(minutes(dice.between(5, 60)), () => (world.switches.replyShownAfter = 0))
}

export function revokeTokens({ world, tell }: Line): void {
  tell(() => 'all tokens are void')
  world.revokeTokens()
}

export function spendQuota({ dice, time, world, tell }: Line): void {
  tell(() => "the month's quota is spent")
  world.limitMonth(0)
  time.after(minutes(dice.between(1, 90)), () => world.limitMonth(Infinity))
}
