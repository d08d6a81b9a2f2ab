import { days, type Instant, plus } from '../time/time.ts'
import { type EarlierPolicy, type Policy } from './policy.ts'

/**
 * The policy once IT has written other rules, at `now`. They are for the next meeting on: a booking that runs, or that is
 * open to check-in by the old rules or by the new ones, keeps the opening and the grace that people were told. Only what
 * keeps a room for somebody is for those too, and at once: a milder mode, an exemption, a panel that became the second one.
 */
export function changedPolicy(before: Policy, wanted: Policy, now: Instant): Policy {
  if (saySame(before, wanted)) return before
  const opened = plus(now, Math.max(before.opensBefore, wanted.opensBefore))
  const until = later(opened, before.earlier?.until)
  return { ...wanted, earlier: { until, policy: milder(before, wanted, now) } }
}

/** Whether IT's words are the same. */
function saySame(one: Policy, other: Policy): boolean {
  const { earlier: _one, ...these } = one
  const { earlier: _other, ...those } = other
  return JSON.stringify(these) === JSON.stringify(those)
}

/** Whether every booking goes by the same rules with both. */
export const isSamePolicy = (one: Policy, other: Policy): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The same rules, where the wanted ones keep no room that they would give back. */
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

/** What lasts for a day or more is exempt by any rules: after a day nobody goes by the old ones. */
const isStillOn = (earlier: EarlierPolicy | undefined, now: Instant): earlier is EarlierPolicy =>
  earlier !== undefined && plus(earlier.until, days(1)) > now

const fromTheMildest: readonly Policy['mode'][] = ['off', 'observe', 'auto']

const milderMode = (one: Policy['mode'], other: Policy['mode']): Policy['mode'] =>
  fromTheMildest.find((mode) => mode === one || mode === other) ?? 'off'

const later = (one: Instant, other: Instant | undefined): Instant =>
  other === undefined || other < one ? one : other
