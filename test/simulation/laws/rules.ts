import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { hours, minutes } from '../../../shared/time/time.ts'

/** What IT wrote about check-in and release, as docs/configure.md tells IT. Lengths in ms. */
export interface Rules {
  readonly mode: 'off' | 'observe' | 'auto'
  readonly opensBefore: number
  readonly grace: number
  readonly exemptFrom: number
  readonly exempt: readonly string[]
  readonly follower: boolean
  /** Visitors can book at the door. */
  readonly books: boolean
}

/** The rules of one panel, and how IT changed them. */
export interface RuleBook {
  readonly current: () => Rules
  /** IT has written others, which count from this moment on. */
  readonly change: (configuration: DirectConfiguration, at: number) => void
  /** All the rules that a booking may go by, which its panel may have learnt of up to a minute late. */
  readonly forStart: (start: number, now: number) => readonly Rules[]
  /** Those that the panel may know of only: the present ones, and those that have just been replaced. */
  readonly recent: (now: number) => readonly Rules[]
}

/** A change counts within a minute, as docs/configure.md has it, and some time to take it up. Ms. */
const takenUpWithin = minutes(1) + 5000

export function createRuleBook(configuration: DirectConfiguration): RuleBook {
  let current = rulesIn(configuration)
  const changes: { readonly at: number; readonly to: Rules }[] = []
  const first = current
  return {
    current: () => current,
    change(written, at) {
      current = rulesIn(written)
      changes.push({ at, to: current })
    },
    recent(now) {
      const known = [first, ...changes.map(({ to }) => to)]
      return known.filter((_, index) => (changes[index]?.at ?? now) >= now - takenUpWithin)
    },
    forStart(start, now) {
      let may: readonly Rules[] = [first]
      for (const [index, { at, to }] of changes.entries()) {
        // The panel looks from time to time: rules that others soon replaced may never have reached it.
        const isRead = (changes[index + 1]?.at ?? now) >= at + takenUpWithin
        may = may.flatMap((rules) => [...afterChange(rules, to, at, start), ...(isRead ? [] : [rules])])
      }
      return may
    },
  }
}

/** New rules are for meetings whose check-in has not opened, by the old ones or by them; what only keeps rooms is for all. */
function afterChange(old: Rules, young: Rules, at: number, start: number): readonly Rules[] {
  const opens = start - Math.max(old.opensBefore, young.opensBefore)
  if (opens > at + takenUpWithin) return [young]
  const milder = milderOf(old, young)
  return opens <= at ? [milder] : [milder, young]
}

const milderOf = (old: Rules, young: Rules): Rules => ({
  mode: isMilder(young.mode, old.mode) ? young.mode : old.mode,
  opensBefore: old.opensBefore,
  grace: old.grace,
  exemptFrom: Math.min(old.exemptFrom, young.exemptFrom),
  exempt: [...old.exempt, ...young.exempt],
  follower: old.follower || young.follower,
  books: young.books,
})

const isMilder = (one: Rules['mode'], other: Rules['mode']): boolean =>
  one === 'off' || (one === 'observe' && other === 'auto')

const rulesIn = ({ checkIn, booking, follower }: DirectConfiguration): Rules => ({
  mode: checkIn.mode,
  opensBefore: minutes(checkIn.opensMinutesBefore),
  grace: minutes(checkIn.graceMinutes),
  exemptFrom: hours(checkIn.exemptHours),
  exempt: checkIn.exempt,
  follower,
  books: booking.who !== 'off',
})
