import { advice, type FaultName } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { failed, fine, type Finding, skipped } from './check.ts'

/** The panel's own word of what the door shows. */
export interface PanelWord {
  readonly status: PanelStatus
  /** How long ago it was written by the tablet's clock, ms; negative if that was put back since. */
  readonly age: number
}

/** Moments by the panel's clock, epoch ms. */
export interface PanelStatus {
  readonly at: number
  /** Since when the door shows what it shows. */
  readonly since: number
  readonly occupancy: string
  /** Why nothing is known, or what is not set up. */
  readonly reason?: string
  /** When the page last said that it had painted. */
  readonly pageAt?: number
  /** What keeps people from seeing or touching the page. */
  readonly unreachable?: string
}

export interface DoorParts {
  /** Whether a panel runs on this folder. */
  readonly isRunning: boolean
  /** What it says of itself, if it says anything. */
  readonly word: PanelWord | undefined
}

/** A panel writes, and asks its page, once a minute or more often, ms. */
const oldestWord = minutes(2)
const longestSilence = minutes(3)

/** Whether the door shows now what it is there for; where that can't be said, it says how old its last word is. */
export function panelFinding({ isRunning, word }: DoorParts): Finding {
  if (!isRunning) return failed('panelNotRunning', word && `it last showed ${toldOf(word)}`)
  if (word === undefined) return failed('statusMissing')
  if (isOld(word)) return failed('statusOld', toldOf(word))
  const { occupancy, reason } = word.status
  return knowsNothing.includes(occupancy)
    ? failed(faultOf(reason), `shows ${shownText(word)}`)
    : fine(occupancy)
}

/** Whether people can see and touch it. */
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

/** The clock was put back where it is older than what it has not seen yet. */
const isOld = ({ age }: PanelWord): boolean => Math.abs(age) > oldestWord

/** The reason itself where there is something to do about it. */
const faultOf = (reason: string | undefined): FaultName =>
  reason !== undefined && isFaultName(reason) ? reason : 'doorUnknown'

const isFaultName = (name: string): name is FaultName => Object.hasOwn(advice, name)

const shownText = ({ status: { occupancy, reason } }: PanelWord): string =>
  reason === undefined ? occupancy : `${occupancy}: ${reason}`

const toldOf = (word: PanelWord): string =>
  `${shownText(word)}, as of ${new Date(word.status.at).toISOString()}, ${Math.round(word.age / 1000)} s ago`
