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
    file: 'main/adapters/disk.ts',
    replace: 'await disk.sync(dirname(path))',
    by: '',
  },
  {
    name: 'the text of the journal is not synced',
    file: 'main/adapters/disk.ts',
    replace: 'await disk.sync(next)',
    by: '',
  },
  {
    name: 'the grace is counted across a gap',
    file: 'shared/domain/offer.ts',
    replace: 'elapsed - last <= longestGap',
    by: 'elapsed >= last',
  },
  {
    name: 'a check-in is known by the meeting alone',
    showsWhenHealthy: true,
    file: 'shared/domain/check-in.ts',
    replace: 'checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)',
    by: 'checkIn.meeting === booking.meeting && isStayedFor !== undefined && overlaps !== undefined',
  },
  {
    name: 'a check-in counts at the same start only',
    file: 'shared/domain/check-in.ts',
    replace: 'checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)',
    by: 'checkIn.start === booking.start && isStayedFor !== undefined && overlaps !== undefined',
  },
  {
    name: 'a reply is retried',
    file: 'main/feishu/feishu-calendar.ts',
    replace: 'const answer = await call(what, mayGo)',
    by: 'const answer = await retried(() => call(what, mayGo))',
  },
  {
    name: '0 is sent for a series',
    file: 'main/feishu/original-time.ts',
    replace: 'const reply = await send(key.start)',
    by: 'const reply = await send(0)',
  },
  {
    name: 'a check-in is shown before it is on disk',
    file: 'main/use-cases/check-in.ts',
    replace: 'const recorded = await record(asItIs)',
    by: `panel.apply({
      kind: 'checkInSettled',
      booking: booking.id,
      outcome: { kind: 'done' },
      at: clock.now(),
    })
    const recorded = await record(asItIs)`,
  },
  {
    name: 'an attempt is not entered',
    file: 'main/use-cases/release-no-show.ts',
    replace: 'attempts: [...content.attempts, attempt]',
    by: 'attempts: content.attempts',
  },
  {
    name: 'a tap does not hold the release off',
    file: 'shared/domain/check-in-at.ts',
    replace:
      'isTaken(panel, booking) || isCheckedIn(panel.unsaved, booking, { bookings: bookingsOf(panel) })',
    by: 'isTaken(panel, booking)',
  },
  {
    name: 'what is old still proves that the room is free',
    file: 'shared/domain/occupancy-at.ts',
    replace: 'now - readAt <= freshFor && holds(window, now)',
    by: 'holds(window, now)',
  },
  {
    name: 'what was read before the program began counts as new',
    file: 'shared/domain/panel.ts',
    replace: 'return { ...panel, recalled: event.recalled, room: event.room }',
    by: `return {
      ...panel,
      titles: event.recalled.titles,
      reading: {
        asking: false,
        schedule: { ...event.recalled, window: { start: 0 as Instant, end: Infinity as Instant } },
      },
    }`,
  },
  {
    name: 'the schedule is not read before a release',
    showsWhenHealthy: true,
    file: 'main/use-cases/release-no-show.ts',
    replace: 'await refresh(clock.elapsed())',
    by: '',
  },
  {
    name: 'the tablet’s clock is trusted',
    file: 'shared/domain/server-time.ts',
    replace: 'return instantOf(ownTime + correctionBy(offset))',
    by: 'return instantOf(ownTime)',
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
    replace: "rulesFor(viewAt().policy, booking).mode === 'observe'",
    by: 'rulesFor(viewAt().policy, booking).grace < 0',
  },
  {
    name: 'long meetings are not exempt',
    file: 'shared/domain/policy.ts',
    replace: 'end - start >= exemptFrom ||',
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
    replace: 'if (await isShown(parts, shows)) return true',
    by: 'return true',
  },
  {
    name: 'nobody looks again right before a release leaves',
    file: 'main/feishu/feishu-client.ts',
    replace: 'if (mayGo !== undefined && !(await mayGo())) return err(withheld)',
    by: '',
  },
  {
    name: 'an attempt is not remembered',
    file: 'shared/domain/journal.ts',
    replace: 'attempts.some(({ booking }) => booking === id)',
    by: "attempts.some(({ booking }) => booking === id && id === '')",
  },
  {
    name: 'a check-in never reaches the disk',
    file: 'main/use-cases/record-in-journal.ts',
    replace: 'checkIns: joined(known.checkIns, unsaved)',
    by: 'checkIns: known.checkIns',
  },
  {
    name: 'the journal forgets what is not over',
    file: 'shared/domain/journal.ts',
    replace: 'const remembered = days(8)',
    by: 'const remembered = days(-1)',
  },
  {
    name: 'a touch that came to nothing gives no other grace',
    file: 'shared/domain/offer.ts',
    replace: 'touchedAt !== undefined && touchedAt > start ? touchedAt : start',
    by: 'touchedAt === undefined ? start : start',
  },
  {
    name: 'the grace is counted before the start, too',
    file: 'shared/domain/offer.ts',
    replace: 'Math.min(last - since, lastAt - graceBegins(start, touchedAt))',
    by: 'last - since + 0 * lastAt * graceBegins(start, touchedAt)',
  },
  {
    name: 'stale data does not end an offer',
    file: 'shared/domain/snapshot-of.ts',
    replace: "occupancy.kind === 'unknown' ? [] :",
    by: '',
  },
  {
    name: 'the journal is written over in its place',
    file: 'main/adapters/disk.ts',
    replace: 'await disk.rename(next, path)',
    by: 'await disk.write(path, text)',
  },
  {
    name: 'harm to a series does not switch the release off',
    showsWhenHealthy: true,
    file: 'shared/domain/may-release.ts',
    replace: "seriesHarm === undefined ? undefined : 'seriesGuard'",
    by: "seriesHarm?.booking === booking.id ? 'seriesGuard' : undefined",
  },
  {
    name: 'nobody looks for the siblings after a reply',
    showsWhenHealthy: true,
    file: 'main/use-cases/guard-series.ts',
    replace: 'if (siblings.length === 0) return',
    by: 'if (siblings.length >= 0) return',
  },
  {
    name: 'a mode that is off releases, too',
    file: 'shared/domain/policy.ts',
    replace: "mode !== 'off' && !follower",
    by: '!follower || mode.length < 0',
  },
  {
    name: 'who begins in the middle of a month has all of its calls',
    file: 'shared/domain/call-ledger.ts',
    replace: 'calls: shareSince(ledger.countedSince)',
    by: 'calls: callsPerMonth',
  },
  {
    name: 'what is read seldom stays green until it is read again',
    file: 'shared/domain/reading-plan.ts',
    replace: 'inOfficeHours ? oldestGreen : oldestGreenAtNight',
    by: 'interval + minutes(1)',
  },
  {
    name: 'what happens between a moment and its timer takes the look away',
    file: 'main/heartbeat.ts',
    replace: 'before, parts)) look()',
    by: 'before, parts)) goOn(clock.now())',
  },
  {
    name: 'the look at a moment comes half a minute late',
    file: 'main/heartbeat.ts',
    replace: 'clock.after(next - now, look)',
    by: 'clock.after(next - now + 30_000, look)',
  },
  {
    name: 'a gap of some minutes is none',
    file: 'shared/domain/offer.ts',
    replace: 'export const longestGap = seconds(10)',
    by: 'export const longestGap = seconds(300)',
  },
  {
    name: 'a button that came late counts as one in time',
    file: 'shared/domain/offer.ts',
    replace: '!offer.isBroken && offer.sinceAt <= plus(opening, longestGap)',
    by: '!offer.isBroken || offer.sinceAt > plus(opening, longestGap)',
  },
  {
    name: 'what was booked from inside is released',
    file: 'shared/domain/offer-of.ts',
    replace: 'return listedAt !== undefined && listedAt >= start',
    by: 'return listedAt !== undefined && listedAt < 0 && listedAt >= start',
  },
  {
    name: 'a touch is forgotten',
    file: 'shared/domain/panel.ts',
    replace: 'return { ...panel, touchedAt: event.at }',
    by: 'return panel',
  },
  {
    name: 'a picture that nobody sees counts',
    file: 'main/window/sight.ts',
    replace: 'if (obstacle === undefined) onSeen(picture)',
    by: 'onSeen(picture)',
  },
  {
    name: 'a check-in stays behind when its booking is moved',
    file: 'shared/domain/presence.ts',
    replace: 'if (checkIns.length === 0 || before === undefined',
    by: 'if (checkIns.length >= 0 || before === undefined',
  },
  {
    name: 'an organiser’s next booking is not theirs',
    file: 'shared/domain/check-in.ts',
    replace: 'export const longestBreak = minutes(5)',
    by: 'export const longestBreak = minutes(-600)',
  },
  {
    name: 'a check-in counts for its own booking alone',
    file: 'shared/domain/check-in.ts',
    replace: 'overlaps(checkIn, booking) || isStayedFor',
    by: 'isStayedFor',
  },
  {
    name: 'a lost journal counts as a first start',
    file: 'main/use-cases/record-in-journal.ts',
    replace: 'return keep(parts, incomplete, [])',
    by: 'return keep(parts, emptyJournal, [], true)',
  },
  {
    name: 'an answer out of a cache counts',
    file: 'main/feishu/exchange.ts',
    replace: "return age !== undefined && age !== '' && !/^0+$/.test(age)",
    by: "return age === 'old'",
  },
  {
    name: 'the time of any answer is heard',
    file: 'shared/domain/server-time.ts',
    replace: 'contradiction.answers >= answersToConvince && isLongEnough',
    by: 'contradiction.answers > 0 || isLongEnough',
  },
  {
    name: 'what was read of the room never grows old',
    file: 'shared/domain/occupancy-at.ts',
    replace: 'readAt !== undefined && now - readAt <= freshFor',
    by: 'readAt !== undefined || now <= freshFor',
  },
  {
    name: 'a code that nobody knows is a refusal',
    file: 'main/feishu/reply.ts',
    replace: "strange: 'unsure'",
    by: "strange: 'refused'",
  },
  {
    name: 'an empty answer for once is believed',
    file: 'main/use-cases/refresh-schedule.ts',
    replace: 'if (!isSecondLook && lacksRunning(',
    by: 'if (isSecondLook && lacksRunning(',
  },
  {
    name: 'an end that is only asked for explains a missing booking',
    file: 'shared/domain/vanished.ts',
    replace: 'return ending.isSent ? ending.booking : undefined',
    by: 'return ending.booking',
  },
  {
    name: 'one odd entry costs the whole answer',
    file: 'main/feishu/busy-item.ts',
    replace: 'return key.success ? key.output : undefined',
    by: 'return key.success ? key.output : v.parse(bookingKeySchema, item)',
  },
  {
    name: 'new rules reach meetings that were open by the old ones',
    file: 'shared/domain/policy-change.ts',
    replace: 'const until = later(opened, before.earlier?.until)',
    by: 'const until = later(now, before.earlier?.until)',
  },
]
