import { englishAdvice, type FaultName } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { failed, fine, type Finding, skipped } from './check.ts'

/** The panel's own report of the door's state. */
export interface PanelWord {
  readonly status: PanelStatus
  /** How long ago it was written, by the tablet's clock, ms. Negative if that clock was put back since. */
  readonly age: number
}

/** Moments by the panel's clock, epoch ms. */
export interface PanelStatus {
  readonly at: number
  /** When the door began to show this state. */
  readonly since: number
  readonly occupancy: string
  /** Why the state is unknown, why the room is out of service, or why the panel is not set up. */
  readonly reason?: string
  /** When the page last reported a picture. */
  readonly pageAt?: number
  /** Why people can't see or touch the page; undefined if they can. */
  readonly unreachable?: string
}

export interface DoorParts {
  /** Whether a panel runs on this folder. */
  readonly isRunning: boolean
  /** The panel's report; undefined if there is none. */
  readonly word: PanelWord | undefined
}

/**
 * The oldest report, and the longest silence of the page, that count as normal, ms. A panel writes, and asks
 * its page, at least once a minute.
 */
const oldestWord = minutes(2)
const longestSilence = minutes(3)

/** Whether the door works now. If that can't be told, the finding says how old the last report is. */
export function panelFinding({ isRunning, word }: DoorParts): Finding {
  if (!isRunning) return failed('panelNotRunning', word && `it last showed ${toldOf(word)}`)
  if (word === undefined) return failed('statusMissing')
  if (isOld(word)) return failed('statusOld', toldOf(word))
  const { occupancy, reason } = word.status
  return knowsNothing.includes(occupancy)
    ? failed(faultOf(reason), `shows ${shownText(word)}`)
    : fine(occupancy)
}

/** Whether people can see and touch the page. */
export function pageFinding({ isRunning, word }: DoorParts): Finding {
  if (!isRunning || word === undefined || isOld(word)) return { kind: 'blocked', needs: 'panel' }
  const { at, since, pageAt, unreachable } = word.status
  if (pageAt === undefined) {
    const isNew = at - since <= longestSilence
    return isNew ? skipped('it was not asked yet') : failed('pageSilent', 'it has never answered')
  }
  const told = `last answered ${new Date(pageAt).toISOString()}`
  if (at - pageAt > longestSilence) return failed('pageSilent', told)
  return unreachable === undefined ? fine(told) : failed('pageUnreachable', unreachable)
}

const knowsNothing: readonly string[] = ['unknown', 'notSetUp']

/** A report from the future is old, too: the clock was put back since. */
const isOld = ({ age }: PanelWord): boolean => Math.abs(age) > oldestWord

/** The reason itself, if there is advice about it. */
const faultOf = (reason: string | undefined): FaultName =>
  reason !== undefined && isFaultName(reason) ? reason : 'doorUnknown'

const isFaultName = (name: string): name is FaultName => Object.hasOwn(englishAdvice, name)

const shownText = ({ status: { occupancy, reason } }: PanelWord): string =>
  reason === undefined ? occupancy : `${occupancy}: ${reason}`

const toldOf = (word: PanelWord): string =>
  `${shownText(word)}, as of ${new Date(word.status.at).toISOString()}, ${Math.round(word.age / 1000)} s ago`
