import type { Sabotage } from './sabotage.ts'

/** Each takes one of the guards away by which odd days and odd answers do no harm. */
export const oddDaySabotages: readonly Sabotage[] = [
  {
    name: 'a gap of some minutes is none',
    file: 'shared/check-in/offer.ts',
    replace: 'export const longestGap = seconds(10)',
    by: 'export const longestGap = seconds(300)',
  },
  {
    name: 'what was booked from inside is released',
    file: 'shared/check-in/offer-of.ts',
    replace: 'return listedAt !== undefined && listedAt >= start',
    by: 'return listedAt !== undefined && listedAt < 0 && listedAt >= start',
  },
  {
    name: 'a touch is forgotten',
    file: 'shared/panel/panel.ts',
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
    file: 'shared/check-in/presence.ts',
    replace: 'if (checkIns.length === 0 || before?.bookings',
    by: 'if (checkIns.length >= 0 || before?.bookings',
  },
  {
    name: 'an organiser’s next booking is not theirs',
    file: 'shared/check-in/check-in.ts',
    replace: 'export const longestBreak = minutes(5)',
    by: 'export const longestBreak = minutes(-600)',
  },
  {
    name: 'a check-in counts for its own booking alone',
    file: 'shared/check-in/check-in.ts',
    replace: 'overlaps(checkIn, booking) || isStayedFor',
    by: 'isStayedFor',
  },
  {
    name: 'a lost journal counts as a first start',
    file: 'engine/panel/record-in-journal.ts',
    replace: 'return keep(parts, incomplete, [])',
    by: 'return keep(parts, emptyJournal, [], true)',
  },
  {
    name: 'an answer out of a cache counts',
    file: 'engine/calendars/feishu/calls/exchange.ts',
    replace: "return age !== undefined && age !== '' && !/^0+$/.test(age)",
    by: "return age === 'old'",
  },
  {
    name: 'the time of any answer is heard',
    file: 'shared/time/server-time.ts',
    replace: 'contradiction.answers >= answersToConvince && isLongEnough',
    by: 'contradiction.answers > 0 || isLongEnough',
  },
  {
    name: 'what was read of the room never grows old',
    file: 'shared/occupancy/occupancy-at.ts',
    replace: 'readAt !== undefined && now - readAt <= freshFor',
    by: 'readAt !== undefined || now <= freshFor',
  },
  {
    name: 'a code that nobody knows is a refusal',
    file: 'engine/calendars/feishu/reply.ts',
    replace: "strange: 'unsure'",
    by: "strange: 'refused'",
  },
  {
    name: 'an empty answer for once is believed',
    file: 'engine/reading/refresh-schedule.ts',
    replace: 'if (!isSecondLook && !isPassedOn && lacksRunning(',
    by: 'if (isSecondLook && !isPassedOn && lacksRunning(',
  },
  {
    name: 'a reading is late for two minutes at most',
    file: 'shared/release/release-doubt.ts',
    replace: 'export const shownLateFor = minutes(10)',
    by: 'export const shownLateFor = minutes(2)',
  },
  {
    name: 'one answer of the same day tells the time',
    file: 'shared/time/server-time.ts',
    replace: 'some((guess) => gapTo(guess, heard) <= sidesWithin)',
    by: 'some((guess) => gapTo(guess, heard) <= hours(24))',
  },
  {
    name: 'a booking that is back after an empty answer is new',
    file: 'shared/reading/reading.ts',
    replace: '    missing?.has(id) !== true &&',
    by: '    id !== undefined &&',
  },
  {
    name: 'a restart forgets the rules that people were told',
    file: 'engine/installation/rules-in-force.ts',
    replace: 'told = rules === undefined ? told : toldAtMost(rules, next)',
    by: '',
  },
  {
    name: 'a restart knows no other rules than the journal',
    file: 'engine/installation/rules-in-force.ts',
    replace: 'toldAtMost(rules, next)',
    by: 'rules',
  },
  {
    name: 'a next booking with a check-in may be missing',
    file: 'shared/check-in/vanished.ts',
    replace: 'booking.start > now && isTaken(panel, booking)',
    by: 'false',
  },
  {
    name: 'a reading is kept before the journal has its moves',
    file: 'engine/reading/keep-reading.ts',
    replace: 'unsaved.length > 0 ||',
    by: '',
  },
  {
    name: 'a journal that is read late leaves its check-ins behind',
    file: 'shared/panel/panel.ts',
    replace: "return 'content' in panel.journal ? kept : caughtUp(kept)",
    by: 'return kept',
  },
  {
    name: 'one odd entry costs the whole answer',
    file: 'engine/calendars/feishu/bookings/busy-item.ts',
    replace: 'return key.success ? key.output : undefined',
    by: 'return key.success ? key.output : v.parse(bookingKeySchema, item)',
  },
]
