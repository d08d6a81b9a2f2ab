import { dequal } from 'dequal/lite'
import { days, type Instant, plus } from '../time/time.ts'
import { type EarlierPolicy, type Policy } from './policy.ts'

/**
 * The policy after IT changed the rules at `now`. New rules apply from the next meeting on: a running
 * booking, or one that is open to check-in by the old or the new rules, keeps the opening and the grace that
 * people were told. Changes that protect a room apply to these bookings too, and at once: a milder mode, an
 * exemption, or becoming the second panel.
 */
export function changedPolicy(before: Policy, wanted: Policy, now: Instant): Policy {
  if (hasSameRules(before, wanted)) return before
  const opened = plus(now, Math.max(before.opensBefore, wanted.opensBefore))
  const until = later(opened, before.earlier?.until)
  return { ...wanted, earlier: { until, policy: milder(before, wanted, now) } }
}

/**
 * The rules that a journal has, for a panel that begins with the wanted ones. An earlier panel may have gone by the
 * wanted ones for long, and its disk may have refused them: then people were told an earlier opening, or a longer
 * grace, than the journal knows of. A booking that is open to check-in by either has the more generous of both.
 */
export function toldAtMost(kept: Policy, wanted: Policy): Policy {
  if (hasSameRules(kept, wanted)) return kept
  const { earlier } = kept
  return {
    ...kept,
    opensBefore: Math.max(kept.opensBefore, wanted.opensBefore),
    grace: Math.max(kept.grace, wanted.grace),
    ...(earlier && { earlier: { ...earlier, policy: toldAtMost(earlier.policy, wanted) } }),
  }
}

/** Whether two policies have the same configured rules, ignoring earlier ones. */
function hasSameRules(one: Policy, other: Policy): boolean {
  const { earlier: _one, ...these } = one
  const { earlier: _other, ...those } = other
  return dequal(these, those)
}

/** Whether both policies give every booking the same rules. */
export const isSamePolicy = (one: Policy, other: Policy): boolean => dequal(one, other)

/** These rules, changed only where the wanted ones keep a room that these would release. */
function milder(rules: Policy, wanted: Policy, now: Instant): Policy {
  const { earlier, ...own } = rules
  return {
    ...own,
    mode: milderMode(rules.mode, wanted.mode),
    exemptFrom: Math.min(rules.exemptFrom, wanted.exemptFrom),
    exempt: [...new Set([...rules.exempt, ...wanted.exempt])],
    follower: rules.follower || wanted.follower,
    ...(isStillOn(earlier, now) && {
      earlier: { until: earlier.until, policy: milder(earlier.policy, wanted, now) },
    }),
  }
}

/** Bookings of a day or more are always exempt, so a day after `until` no booking goes by the old rules. */
const isStillOn = (earlier: EarlierPolicy | undefined, now: Instant): earlier is EarlierPolicy =>
  earlier !== undefined && plus(earlier.until, days(1)) > now

const fromTheMildest: readonly Policy['mode'][] = ['off', 'observe', 'auto']

const milderMode = (one: Policy['mode'], other: Policy['mode']): Policy['mode'] =>
  fromTheMildest.find((mode) => mode === one || mode === other) ?? 'off'

const later = (one: Instant, other: Instant | undefined): Instant =>
  other === undefined || other < one ? one : other
