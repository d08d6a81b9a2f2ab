import { presumptionsAt } from '../../shared/check-in/offer-of.ts'
import { isAlive } from '../../shared/check-in/offer.ts'
import { nextAsking, nextChange } from '../../shared/panel/next-deadline.ts'
import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import type { Panel } from '../../shared/panel/panel.ts'
import { nextReading } from '../../shared/reading/reading-plan.ts'
import { nextRoomReading } from '../../shared/reading/room-reading-plan.ts'
import { releaseDue } from '../../shared/release/may-release.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { earlier, type Instant } from '../../shared/time/time.ts'
import type { ReleaseNoShow } from '../actions/release-no-show.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { RefreshRoom } from '../reading/refresh-room.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import { momentOf } from './moment.ts'
import type { NoteUnreleased } from './note-unreleased.ts'
import type { PanelStore } from './panel-store.ts'

export interface HeartbeatParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly rulesAt: () => PanelRules
  readonly refresh: RefreshSchedule
  readonly refreshRoom: RefreshRoom
  readonly releaseNoShow: ReleaseNoShow
  readonly noteUnreleased: NoteUnreleased
  /** Shows the present picture, which may have changed. */
  readonly show: () => void
}

/**
 * Looks after the panel: shows each change, starts the actions that are due, and sets the one timer for the
 * next look. Returns the function that stops it.
 */
export function startHeartbeat(parts: HeartbeatParts): Cancel {
  const { clock, panel, rulesAt } = parts
  let cancelTimer: Cancel | undefined
  /** When the picture changes next without an event, as known when the timer was set. */
  let change: Instant | undefined

  const look = (): void => {
    const now = clock.now()
    // An event may arrive after a deadline but before its timer. Handle the deadline here, or rescheduling
    // would skip it.
    if (isDue(change, now)) beat()
    else goOn(now)
  }
  /** `since`: all changes up to this moment are shown. */
  const goOn = (since: Instant): void => {
    const timer = cancelTimer
    const [moment, rules] = [momentOf(clock), rulesAt()]
    act(moment, rules)
    // A started action may have changed the panel at once, and so have run this already.
    if (cancelTimer === timer) setTimer(since, moment.now, rules)
  }
  const act = (moment: Moment, rules: PanelRules): void => {
    const { now } = moment
    const { interval, policy, boundaries } = rules
    if (isDue(nextReading(panel.current(), interval, now, policy, boundaries), now)) void parts.refresh()
    if (isDue(nextRoomReading(panel.current(), now, rules), now)) void parts.refreshRoom()
    const presumed = presumptionsAt(panel.current(), policy, moment)
    if (presumed.length > 0) panel.apply({ kind: 'presumed', checkIns: presumed })
    const noShow = releaseDue(panel.current(), policy, moment)
    if (noShow !== undefined) void parts.releaseNoShow(noShow)
    void parts.noteUnreleased()
  }
  const setTimer = (since: Instant, now: Instant, rules: PanelRules): void => {
    cancelTimer?.()
    change = nextChange(panel.current(), since, rules)
    const next = earlier(change, nextAsking(panel.current(), now, rules))
    cancelTimer = next === undefined ? undefined : clock.after(next - now, look)
  }
  function beat(): void {
    const [now, elapsed] = [clock.now(), clock.elapsed()]
    change = undefined
    parts.show()
    const hasGap = panel.current().offers.some((offer) => !offer.isBroken && !isAlive(offer, elapsed))
    // The event runs this again.
    if (hasGap) panel.apply({ kind: 'offersAged', elapsed })
    else goOn(now)
  }
  const follow = (event: PanelEvent, before: Panel): void => {
    if (isAsked(event)) return
    if (isUnseen(event, before, panel.current()) || isConfirmed(event, before, parts)) look()
    else beat()
  }

  const stops = [panel.onChange(follow), clock.onLeap(() => panel.apply({ kind: 'timeLeapt' }))]
  beat()
  return () => {
    cancelTimer?.()
    for (const stop of stops) stop()
  }
}

const isDue = (moment: Instant | undefined, now: Instant): boolean => moment !== undefined && moment <= now

/** The picture stays the same until the answer arrives, and due actions can wait for it. */
const isAsked = ({ kind }: PanelEvent): boolean => kind === 'scheduleAsked' || kind === 'roomAsked'

/** The report of a picture that only prolonged an offer must not cause the next picture. */
const isUnseen = ({ kind }: PanelEvent, before: Panel, after: Panel): boolean =>
  kind === 'painted' && isSameOffers(before, after)

/**
 * A reading without changes, while the one before still proves the picture: the door need not be shown again.
 * For other events the clock is not asked.
 */
function isConfirmed(
  event: PanelEvent,
  before: Panel,
  { clock, rulesAt }: Pick<HeartbeatParts, 'clock' | 'rulesAt'>,
): boolean {
  const { schedule, failure } = before.reading
  if (event.kind !== 'scheduleRead' || schedule === undefined || failure !== undefined) return false
  const isSame = event.schedule.bookings === schedule.bookings && event.schedule.window === schedule.window
  // This reading may settle an end that is waited for.
  return isSame && clock.now() - schedule.readAt <= rulesAt().freshFor && before.ending.kind === 'none'
}

const isSameOffers = (one: Panel, other: Panel): boolean =>
  one.offers.length === other.offers.length &&
  one.offers.every(({ booking, since, isBroken }, index) => {
    const now = other.offers[index]
    return now?.booking === booking && now.since === since && now.isBroken === isBroken
  })
