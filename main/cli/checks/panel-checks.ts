import { mostClockError } from '../../../shared/domain/may-release.ts'
import { minutes } from '../../../shared/domain/time.ts'
import type { CallCounter } from '../../ports.ts'
import { shareText } from '../share-text.ts'
import { asking, type CalendarCalls, type TabletClock } from './calendar-calls.ts'
import { type Check, failed, fine, type Finding, skipped } from './check.ts'

export interface PanelCheckParts {
  readonly clock: TabletClock
  /** Whether a panel runs on this folder. */
  readonly isRunning: boolean
  /** What it says of itself, if it says anything. */
  readonly shown: PanelStatus | undefined
  /** What of so many calls a month is this panel's, and how much of that is spent; left out where nobody counts. */
  readonly shareOf?: CallCounter['shareOf']
}

export interface PanelStatus {
  /** Since when the door shows what it shows. */
  readonly since: number
  readonly occupancy: string
  /** When the page last said that it had painted. */
  readonly pageAt?: number
  /** What keeps people from seeing or touching the page. */
  readonly unreachable?: string
}

/** The page is asked every minute. */
const longestSilence = minutes(3)

const notRunning = skipped('no panel runs')

/** The panel that runs here. That none does is for `room-panel status` to find fault with. */
export const panelChecks = (calls: CalendarCalls | undefined, parts: PanelCheckParts): readonly Check[] => [
  {
    name: 'panel',
    look: async () => {
      if (!parts.isRunning) return notRunning
      return parts.shown === undefined ? failed('statusMissing') : fine(parts.shown.occupancy)
    },
  },
  { name: 'page', needs: ['panel'], look: async () => (parts.isRunning ? pageFinding(parts) : notRunning) },
  {
    name: 'budget',
    needs: ['configuration'],
    look: asking(calls, async ({ configuration }) => {
      const { callsPerMonth } = configuration.budget
      const share = parts.shareOf?.(callsPerMonth)
      if (share === undefined) return skipped('nothing is counted yet')
      const told = shareText(share, callsPerMonth)
      return share.spent < share.calls ? fine(told) : failed('shareSpent', told)
    }),
  },
]

/** The panel writes the server's time, so it can only be compared by somebody who knows that. */
function pageFinding({ clock, shown }: PanelCheckParts): Finding {
  if (!(clock.error() <= mostClockError)) return { kind: 'blocked', needs: 'clock' }
  if (shown?.pageAt === undefined) {
    const isNew = shown !== undefined && clock.now() - shown.since <= longestSilence
    return isNew ? skipped('it was not asked yet') : failed('pageSilent', 'it has never answered')
  }
  const silence = clock.now() - shown.pageAt
  const told = `last answered ${new Date(shown.pageAt).toISOString()}`
  if (silence > longestSilence) return failed('pageSilent', told)
  return shown.unreachable === undefined ? fine(told) : failed('pageUnreachable', shown.unreachable)
}
