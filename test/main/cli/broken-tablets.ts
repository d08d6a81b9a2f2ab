import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { emptyJournal } from '../../../shared/panel/journal.ts'
import { err, ok } from '../../../shared/result.ts'
import { hours, minutes, plus } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { mondayAfternoon } from '../../support/virtual-clock.ts'
import { aWord, neverPainted } from './a-tablet.ts'
import type { Fault } from './broken-worlds.ts'

const pageBlocked = 'page: skipped: needs panel'

const harm = { booking: bookingIdOf('a/0/1'), missing: [], at: plus(mondayAfternoon, -hours(1)) }

export const faultsOfTheTablet: readonly Fault[] = [
  [
    'a disk that is almost full',
    ({ storage }) => Object.assign(storage, { free: async () => ok(12_000_000) }),
    'disk: diskFull (12 MB free)',
    'diskFull',
  ],
  [
    'a disk that takes nothing',
    ({ storage }) =>
      Object.assign(storage, {
        takesFiles: async () => err(Object.assign(new Error('no'), { code: 'ENOSPC' })),
      }),
    'journal: notWritable (ENOSPC)',
    'notWritable',
    ['series guard: skipped: needs journal'],
  ],
  [
    'a journal that can’t be read',
    ({ journal }) => (journal.failing = 'unreadable'),
    'journal: journalUnreadable (no reason given)',
    'journalUnreadable',
    ['series guard: skipped: needs journal'],
  ],
  [
    'a journal that can’t be understood',
    ({ journal }) => (journal.kept = { kind: 'corrupt' }),
    'journal: journalCorrupt',
    'journalCorrupt',
    ['series guard: skipped: needs journal'],
  ],
  [
    'a journal with a gap',
    ({ journal }) =>
      (journal.kept = { kind: 'found', content: { ...emptyJournal, completeSince: 'unknown' } }),
    'journal: journalIncomplete',
    'journalIncomplete',
    ['series guard: skipped: needs journal'],
  ],
  [
    'a reply that hit a series',
    ({ journal }) => (journal.kept = { kind: 'found', content: { ...emptyJournal, seriesHarm: harm } }),
    'series guard: seriesGuard (since 2026-10-12T05:00:00.000Z)',
    'seriesGuard',
  ],
  [
    'a panel that does not run',
    (tablet) => (tablet.isRunning = false),
    'panel: panelNotRunning (it last showed free, as of 2026-10-12T06:00:00.000Z, 0 s ago)',
    'panelNotRunning',
    [pageBlocked],
  ],
  [
    'a package that was made for trials',
    (tablet) => (tablet.program = { version: '0.1.0~trial', electron: '33.2.1' }),
    'program: trialBuild (0.1.0~trial, Electron 33.2.1)',
    'trialBuild',
  ],
  [
    'a panel that says nothing',
    (tablet) => (tablet.word = undefined),
    'panel: statusMissing',
    'statusMissing',
    [pageBlocked],
  ],
  [
    'a panel that says nothing new',
    (tablet) => (tablet.word = aWord({}, minutes(14))),
    'panel: statusOld (free, as of 2026-10-12T06:00:00.000Z, 840 s ago)',
    'statusOld',
    [pageBlocked],
  ],
  [
    'a panel whose word is from a time that is still to come',
    (tablet) => (tablet.word = aWord({}, -minutes(14))),
    'panel: statusOld (free, as of 2026-10-12T06:00:00.000Z, -840 s ago)',
    'statusOld',
    [pageBlocked],
  ],
  [
    'a door that shows that it does not know, and why',
    (tablet) => (tablet.word = aWord({ occupancy: 'unknown', reason: 'secretUnavailable' })),
    'panel: secretUnavailable (shows unknown: secretUnavailable)',
    'secretUnavailable',
  ],
  [
    'a door whose last reading is old',
    (tablet) => (tablet.word = aWord({ occupancy: 'unknown', reason: 'stale' })),
    'panel: doorUnknown (shows unknown: stale)',
    'doorUnknown',
  ],
  [
    'a door that is not set up',
    (tablet) => (tablet.word = aWord({ occupancy: 'notSetUp', reason: 'secretMissing' })),
    'panel: secretMissing (shows notSetUp: secretMissing)',
    'secretMissing',
  ],
  [
    'a support page in the place of the door',
    (tablet) => (tablet.word = aWord({ occupancy: 'unknown', reason: 'pageCrashes' })),
    'panel: pageCrashes (shows unknown: pageCrashes)',
    'pageCrashes',
  ],
  [
    'a page that is frozen',
    (tablet) => (tablet.word = aWord({ pageAt: plus(mondayAfternoon, -minutes(4)) })),
    'page: pageSilent (last answered 2026-10-12T05:56:00.000Z)',
    'pageSilent',
  ],
  [
    'a page that never painted',
    (tablet) => (tablet.word = neverPainted(minutes(4))),
    'page: pageSilent (it has never answered)',
    'pageSilent',
  ],
  [
    'a page that another window covers',
    (tablet) => (tablet.word = aWord({ unreachable: 'covered' })),
    'page: pageUnreachable (covered)',
    'pageUnreachable',
  ],
  [
    'a spent budget',
    (tablet) => (tablet.shareOf = aShare(8000)),
    'budget: shareSpent (8000 of 8000 calls)',
    'shareSpent',
  ],
  [
    'a spent share of the last evening',
    (tablet) => (tablet.shareOf = () => ({ calls: 100, spent: 104, since: mondayAfternoon })),
    'budget: shareSpent (104 of 100 calls, this panel’s share of 8000 since 2026-10-12T06:00:00.000Z)',
    'shareSpent',
  ],
]
