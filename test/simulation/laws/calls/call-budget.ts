import { minutes } from '../../../../shared/time/time.ts'
import type { Door } from '../door.ts'

/**
 * Law 9 in the short run: no retry storm. The busiest honest minute: a schedule that fails with three tries each 5, 10, 20 s, a
 * touch or two, and a release with its readings of siblings, each in two windows and with three tries.
 */
const mostInAMinute = 60
/** A day of failures only: three tries each minute, and the calls for people and deadlines as well. */
const mostInADay = 6000

/** Counts a panel's calls. */
export function createCallBudget(): (door: Door) => void {
  let minute = 0
  let inMinute = 0
  let inAll = 0
  let since: number | undefined
  return ({ court, time, tablet }) => {
    since ??= time.now()
    const now = Math.floor(time.now() / minutes(1))
    inMinute = now === minute ? inMinute + 1 : 1
    minute = now
    inAll++
    const days = Math.ceil((time.now() - since + 1) / 86_400_000)
    if (inMinute === mostInAMinute + 1) court.accuse('L9 the budget holds', `${tablet.name} calls like mad`)
    if (inAll === days * mostInADay + 1) court.accuse('L9 the budget holds', `${tablet.name}: ${inAll} calls`)
  }
}
