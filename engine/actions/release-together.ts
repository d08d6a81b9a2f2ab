import { actionUnderWay } from '../../shared/action/action.ts'
import { showsEffect } from '../../shared/action/verdict.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import { wasAttempted, withoutAttempt } from '../../shared/panel/journal.ts'
import { mayRelease, stillMayRelease } from '../../shared/release/may-release.ts'
import { rulesFor } from '../../shared/release/policy.ts'
import type { KeepReason, ReleaseOutcome } from '../../shared/release/release.ts'
import { asReadAgain } from '../../shared/release/unreleased.ts'
import type { Cancel } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { AgreedRelease, SharedReleases } from '../shared-releases.ts'
import { listed } from './decide-by-reading.ts'
import { createLastLook, earned, type LastLookParts, noteSent } from './last-look.ts'
import { proveByReading } from './prove-by-reading.ts'

export interface ReleaseTogetherParts extends LastLookParts {
  readonly refresh: RefreshSchedule
}

/**
 * Agrees to a release that the hub then carries out if the room's other doors agree, too. Every door goes this
 * way, the one whose grace ends first and those that the hub asks. Until the hub has sent it a tap still keeps
 * the booking, so the door goes on asking for one.
 */
export async function releaseTogether(
  parts: ReleaseTogetherParts,
  releases: SharedReleases,
  booking: Booking,
): Promise<ReleaseOutcome> {
  const { clock, panel, refresh, rulesAt } = parts
  if (rulesFor(rulesAt().policy, booking).mode === 'observe') return observed(parts, booking)
  const opened = await releases.open(booking.id)
  if (!opened.ok) return kept(opened.error)
  await refresh(clock.elapsed())
  // What keeps it now leaves an earlier attempt where it is.
  const may = earned(parts, booking.id, mayRelease)
  if (!may.ok) return kept(may.error)
  const before = panel.current().reading.schedule?.bookings ?? []
  const look = await createLastLook(parts, may.value)()
  if (!look.ok) return withdrawn(parts, booking, look.error)
  const agreed = await agreedUnlessPeopleCome(parts, releases, booking)
  if (agreed.kind === 'kept') return withdrawn(parts, booking, agreed.because)
  if (agreed.kind === 'refused') return kept('replyRefused')
  noteSent(parts, booking)
  const given = { verdict: 'release', booking, before } as const
  const isGone = await proveByReading(parts, ({ bookings }) => showsEffect(given, bookings, clock.now()))
  return { kind: isGone ? 'released' : 'uncertain' }
}

/** A tap takes the yes back at once, and does not wait for the disk. */
async function agreedUnlessPeopleCome(
  parts: ReleaseTogetherParts,
  releases: SharedReleases,
  { id }: Booking,
): Promise<AgreedRelease> {
  const stop = parts.panel.onChange(() => {
    const still = earned(parts, id, stillMayRelease)
    if (!still.ok && saysPeople.includes(still.error)) releases.decline(id, still.error)
  })
  const agreed = await releases.agree(id)
  stop()
  return agreed
}

const saysPeople: readonly KeepReason[] = ['checkedIn', 'touched']

/** Nothing leaves in this mode, so the hub need not read the room again for it. */
function observed({ clock, panel, rulesAt }: ReleaseTogetherParts, { id }: Booking): ReleaseOutcome {
  const { freshFor } = rulesAt()
  const seen = { current: () => asReadAgain(panel.current(), clock.now(), freshFor) }
  const may = earned({ clock, rulesAt, panel: seen }, id, mayRelease)
  return may.ok ? { kind: 'observed' } : kept(may.error)
}

/**
 * Nothing was sent, for certain: another round may follow, of which another door's longer grace may be the
 * reason. So the attempt does not stand in its way.
 */
async function withdrawn(
  { panel, record }: ReleaseTogetherParts,
  { id }: Booking,
  because: KeepReason,
): Promise<ReleaseOutcome> {
  if (wasAttempted(contentOf(panel.current().journal), { id }))
    await record((content) => withoutAttempt(content, id))
  return kept(because)
}

export interface VoteWhenAskedParts extends ReleaseTogetherParts {
  readonly releaseNoShow: (booking: Booking) => Promise<void>
}

/**
 * Judges a booking whenever the hub asks about it. A door that is giving back another booking stays silent,
 * which keeps this one. Returns the function that stops it.
 */
export function voteWhenAsked(parts: VoteWhenAskedParts, releases: SharedReleases): Cancel {
  const { clock, panel, refresh, releaseNoShow } = parts
  return releases.onQuestion((id) => {
    // A release that this door has asked for waits for the question, and goes on by itself.
    if (actionUnderWay(panel.current().actions, 'release') !== undefined) return
    void refresh(clock.elapsed()).then(() => {
      const booking = listed(panel, id)
      return booking === undefined ? releases.decline(id, 'bookingChanged') : releaseNoShow(booking)
    })
  })
}

const kept = (because: KeepReason): ReleaseOutcome => ({ kind: 'kept', because })
