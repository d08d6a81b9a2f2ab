import { bookingSabotages } from './booking-sabotages.ts'
import { fleetSabotages } from './fleet-sabotages.ts'
import { oddDaySabotages } from './odd-day-sabotages.ts'
import type { Sabotage } from './sabotage.ts'

export const sabotages: readonly Sabotage[] = [
  {
    name: 'the rename of the journal is not synced',
    file: 'main/adapters/disk/disk.ts',
    replace: 'await disk.sync(dirname(path))',
    by: '',
  },
  {
    name: 'the text of the journal is not synced',
    file: 'main/adapters/disk/disk.ts',
    replace: 'await disk.sync(next)',
    by: '',
  },
  {
    name: 'the grace is counted across a gap',
    file: 'shared/check-in/offer.ts',
    replace: 'elapsed - last <= longestGap',
    by: 'elapsed >= last',
  },
  {
    name: 'a check-in is known by the meeting alone',
    showsWhenHealthy: true,
    file: 'shared/check-in/check-in.ts',
    replace: 'checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)',
    by: 'checkIn.meeting === booking.meeting && isStayedFor !== undefined && overlaps !== undefined',
  },
  {
    name: 'a check-in counts at the same start only',
    file: 'shared/check-in/check-in.ts',
    replace: 'checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)',
    by: 'checkIn.start === booking.start && isStayedFor !== undefined && overlaps !== undefined',
  },
  {
    name: 'a reply is retried',
    file: 'engine/calendars/feishu/replies.ts',
    replace: 'const answer = await exchange(replyCall(roomId, key, ticket.instance, ticket.verdict), held)',
    by: `const call = replyCall(roomId, key, ticket.instance, ticket.verdict)
    const answer = await retried(() => exchange(call, held))`,
  },
  {
    name: '0 is sent for a series',
    file: 'engine/calendars/feishu/bookings/original-time.ts',
    replace: 'originalTime === 0 ? start : originalTime',
    by: 'start === 0 ? start : originalTime',
  },
  {
    name: 'a check-in is shown before it is on disk',
    file: 'engine/actions/record-check-in.ts',
    replace: 'const recorded = await record(asItIs)',
    by: `const done = { stage: 'settled', outcome: { kind: 'done' }, at: clock.now() } as const
    panel.apply({ kind: 'action', action: { kind: 'checkIn', booking: booking.id, ...done } })
    const recorded = await record(asItIs)`,
  },
  {
    name: 'an attempt is not entered',
    file: 'engine/actions/last-look.ts',
    replace: 'attempts: [...content.attempts, attempt]',
    by: 'attempts: content.attempts',
  },
  {
    name: 'a tap does not hold the release off',
    file: 'shared/check-in/check-in-at.ts',
    replace:
      'isTaken(panel, booking) || isCheckedIn(panel.unsaved, booking, { bookings: bookingsOf(panel) })',
    by: 'isTaken(panel, booking)',
  },
  {
    name: 'what is old still proves that the room is free',
    file: 'shared/occupancy/occupancy-at.ts',
    replace: 'now - readAt <= freshFor && contains(window, now)',
    by: 'contains(window, now)',
  },
  {
    name: 'what was read before the program began counts as new',
    file: 'shared/panel/panel.ts',
    replace: '{ ...panel, recalled, room }',
    by: `({
      ...panel,
      titles: recalled.titles,
      reading: {
        asking: false,
        schedule: { ...recalled, window: { start: 0 as Instant, end: Infinity as Instant } },
      },
    })`,
  },
  {
    name: 'the schedule is not read before a release',
    showsWhenHealthy: true,
    file: 'engine/actions/release-no-show.ts',
    replace: 'await refresh(clock.elapsed())',
    by: '',
  },
  {
    name: 'the tablet’s clock is trusted',
    file: 'shared/time/server-time.ts',
    replace: 'return instantOf(ownTime + correctionBy(offset))',
    by: 'return instantOf(ownTime)',
  },
  {
    name: 'a follower releases, too',
    file: 'shared/release/policy.ts',
    replace: "mode !== 'off' && !follower",
    by: "follower || mode !== 'off'",
  },
  {
    name: 'observing releases, too',
    file: 'engine/actions/release-no-show.ts',
    replace: "rulesFor(rulesAt().policy, booking).mode === 'observe'",
    by: 'rulesFor(rulesAt().policy, booking).grace < 0',
  },
  {
    name: 'long meetings are not exempt',
    file: 'shared/release/policy.ts',
    replace: 'end - start >= exemptFrom ||',
    by: '',
  },
  {
    name: 'a spoilt journal counts as an empty one',
    file: 'engine/panel/record-in-journal.ts',
    replace: "{ ...emptyJournal, completeSince: 'unknown' }",
    by: 'emptyJournal',
  },
  {
    name: 'an accepted release is believed without a reading',
    file: 'engine/actions/prove-by-reading.ts',
    replace: 'if (await isShown(parts, shows)) return true',
    by: 'return true',
  },
  {
    name: 'nobody looks again right before a release leaves',
    file: 'engine/actions/send-once.ts',
    replace: 'if (!may.ok) return err(may.error)',
    by: "if (!may.ok && verdict !== 'release') return err(may.error)",
  },
  {
    name: 'an attempt is not remembered',
    file: 'shared/panel/journal.ts',
    replace: 'attempts.some(({ booking }) => booking === id)',
    by: "attempts.some(({ booking }) => booking === id && id === '')",
  },
  {
    name: 'a check-in never reaches the disk',
    file: 'engine/panel/record-in-journal.ts',
    replace: 'checkIns: joined(known.checkIns, unsaved)',
    by: 'checkIns: known.checkIns',
  },
  {
    name: 'the journal forgets what is not over',
    file: 'shared/panel/journal.ts',
    replace: 'const remembered = days(8)',
    by: 'const remembered = days(-1)',
  },
  {
    name: 'a touch that came to nothing gives no other grace',
    file: 'shared/check-in/offer.ts',
    replace: 'touchedAt !== undefined && touchedAt > start ? touchedAt : start',
    by: 'touchedAt === undefined ? start : start',
  },
  {
    name: 'the grace is counted before the start, too',
    file: 'shared/check-in/offer.ts',
    replace: 'Math.min(last - since, lastAt - graceBegins(start, touchedAt))',
    by: 'last - since + 0 * lastAt * graceBegins(start, touchedAt)',
  },
  {
    name: 'stale data does not end an offer',
    file: 'shared/snapshot/snapshot-of.ts',
    replace: "occupancy.kind === 'unknown' ? [] :",
    by: '',
  },
  {
    name: 'the journal is written over in its place',
    file: 'main/adapters/disk/disk.ts',
    replace: 'await disk.rename(next, path)',
    by: 'await disk.write(path, text)',
  },
  {
    name: 'harm to a series does not switch the release off',
    showsWhenHealthy: true,
    file: 'shared/release/may-release.ts',
    replace: "seriesHarm === undefined ? undefined : 'seriesGuard'",
    by: "seriesHarm?.booking === booking.id ? 'seriesGuard' : undefined",
  },
  {
    name: 'nobody looks for the siblings after a reply',
    showsWhenHealthy: true,
    file: 'engine/actions/guard-series.ts',
    replace: 'if (siblings.length === 0) return',
    by: 'if (siblings.length >= 0) return',
  },
  {
    name: 'a mode that is off releases, too',
    file: 'shared/release/policy.ts',
    replace: "mode !== 'off' && !follower",
    by: '!follower || mode.length < 0',
  },
  {
    name: 'who begins in the middle of a month has all of its calls',
    file: 'shared/budget/call-ledger.ts',
    replace: 'calls: shareSince(since)',
    by: 'calls: callsPerMonth',
  },
  {
    name: 'what is read seldom stays green until it is read again',
    file: 'shared/reading/reading-plan.ts',
    replace: 'inOfficeHours ? oldestGreen : oldestGreenAtNight',
    by: 'interval + minutes(1)',
  },
  {
    name: 'what happens between a moment and its timer takes the look away',
    file: 'engine/door-panel/heartbeat.ts',
    replace: 'before, parts)) hasNews = true',
    by: 'before, parts)) hasNews = true\n    else change = undefined',
  },
  {
    name: 'the look at a moment comes half a minute late',
    file: 'engine/door-panel/heartbeat.ts',
    replace: 'clock.after(next - clock.now(), schedule)',
    by: 'clock.after(next - clock.now() + 30_000, schedule)',
  },
  ...oddDaySabotages,
  ...bookingSabotages,
  ...fleetSabotages,
]
