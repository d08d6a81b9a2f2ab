import type { Patch } from '../simulation/run/bundle.ts'

/** A small change of the product that breaks a law. The simulation must notice each. */
export interface Sabotage extends Patch {
  readonly name: string
  /** It loses nobody a room, and so shows only where nothing goes wrong: a ghost stays. */
  readonly showsWhenHealthy?: true
}

export const sabotages: readonly Sabotage[] = [
  {
    name: 'the rename of the journal is not synced',
    file: 'main/adapters/journal-file.ts',
    replace: 'await disk.sync(folder)',
    by: '',
  },
  {
    name: 'the text of the journal is not synced',
    file: 'main/adapters/journal-file.ts',
    replace: 'await disk.sync(next)',
    by: '',
  },
  {
    name: 'the grace is counted across a gap',
    file: 'shared/domain/offer.ts',
    replace: 'before !== undefined && isAlive(before, elapsed)',
    by: 'before !== undefined',
  },
  {
    name: 'a gap ends no offer',
    file: 'shared/domain/offer.ts',
    replace: 'elapsed - last <= longestGap',
    by: 'elapsed >= last',
  },
  {
    name: 'a check-in is known by the meeting alone',
    showsWhenHealthy: true,
    file: 'shared/domain/check-in.ts',
    replace: '(checkIn.start === booking.start || overlaps(checkIn, booking))',
    by: 'true',
  },
  {
    name: 'a check-in counts at the same start only',
    file: 'shared/domain/check-in.ts',
    replace: '(checkIn.start === booking.start || overlaps(checkIn, booking))',
    by: 'checkIn.start === booking.start',
  },
  {
    name: 'a reply is retried',
    file: 'main/feishu/feishu-calendar.ts',
    replace: 'const answer = await call(what, mayGo)',
    by: 'const answer = await retried(() => call(what, mayGo), dependencies)',
  },
  {
    name: '0 is sent for a series',
    file: 'main/feishu/original-time.ts',
    replace: "kind.value === 'series' ? start : 0",
    by: '0',
  },
  {
    name: 'a check-in is shown before it is on disk',
    file: 'main/use-cases/check-in.ts',
    replace: 'const recorded = await parts.record(',
    by: "settle({ kind: 'done' }); const recorded = await parts.record(",
  },
  {
    name: 'an attempt is not entered',
    file: 'main/use-cases/release-no-show.ts',
    replace: 'attempts: [...content.attempts, attempt]',
    by: 'attempts: content.attempts',
  },
  {
    name: 'a tap does not hold the release off',
    file: 'shared/domain/may-release.ts',
    replace: 'isTaken(panel, booking) || isCheckedIn(panel.taps, booking)',
    by: 'isTaken(panel, booking)',
  },
  {
    name: 'what is old still proves that the room is free',
    file: 'shared/domain/occupancy-at.ts',
    replace: 'now - readAt <= freshFor && holds(window, now)',
    by: 'holds(window, now)',
  },
  {
    name: 'the schedule is not read before a release',
    file: 'shared/domain/may-release.ts',
    replace: 'const freshForRelease = seconds(10)',
    by: 'const freshForRelease = minutes(10)',
  },
  {
    name: 'the tablet’s clock is trusted',
    file: 'shared/domain/server-time.ts',
    replace: 'return instantOf(ownTime + Math.min(Math.max(0, offset.least), offset.most))',
    by: 'return instantOf(ownTime)',
  },
  {
    name: 'a lost page is no gap',
    file: 'shared/domain/panel.ts',
    replace: "case 'pageLost':\n      return { ...panel, offers: [] }",
    by: "case 'pageLost':\n      return panel",
  },
  {
    name: 'a follower releases, too',
    file: 'shared/domain/policy.ts',
    replace: "mode !== 'off' && !follower",
    by: "follower || mode !== 'off'",
  },
  {
    name: 'observing releases, too',
    file: 'main/use-cases/release-no-show.ts',
    replace: "viewAt().policy.mode === 'observe'",
    by: 'viewAt().policy.grace < 0',
  },
  {
    name: 'long meetings are not exempt',
    file: 'shared/domain/policy.ts',
    replace: 'end - start >= policy.exemptFrom ||',
    by: '',
  },
  {
    name: 'a spoilt journal counts as an empty one',
    file: 'main/use-cases/record-in-journal.ts',
    replace: "{ ...emptyJournal, completeSince: 'unknown' }",
    by: 'emptyJournal',
  },
  {
    name: 'an accepted release is believed without a reading',
    file: 'main/use-cases/prove-gone.ts',
    replace: 'if (await isGone(parts, booking)) return true',
    by: 'return true',
  },
]
