import { actionOf } from '../../shared/action/action.ts'
import { presumptionsAt } from '../../shared/check-in/offer-of.ts'
import { isAlive } from '../../shared/check-in/offer.ts'
import { nextAsking, nextChange } from '../../shared/panel/next-deadline.ts'
import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import type { Panel } from '../../shared/panel/panel.ts'
import type { BoundariesOf } from '../../shared/reading/boundaries.ts'
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
import { momentOf } from '../panel/moment.ts'
import type { NoteUnreleased } from '../panel/note-unreleased.ts'
import type { PanelStore } from '../panel/panel-store.ts'

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
  readonly boundariesOf: BoundariesOf
}

/**
 * Looks after the panel in steps. Each step shows the changes, starts the actions that are due, and sets the
 * one timer for the next step. Events only schedule a step, which runs after the code that caused them.
 * Returns the function that stops it.
 */
export function startHeartbeat(parts: HeartbeatParts): Cancel {
  const { clock, panel, rulesAt, boundariesOf } = parts
  let cancelTimer: Cancel | undefined
  let isScheduled = false
  let isStopped = false
  /** An event has happened that the door may have to show. */
  let hasNews = true
  /** When the picture changes next without an event, as the last step knew it. */
  let change: Instant | undefined

  const step = (): void => {
    isScheduled = false
    if (isStopped) return
    const moment = momentOf(clock)
    // An event may arrive after a deadline but before its timer. Its step shows what the deadline has changed.
    if (hasNews || isDue(change, moment.now)) show(moment)
    startDue(parts, moment)
    setTimer(moment.now)
  }
  const schedule = (): void => {
    if (isScheduled) return
    isScheduled = true
    void Promise.resolve().then(step)
  }
  const show = ({ elapsed }: Moment): void => {
    const hasGap = panel.current().offers.some((offer) => !offer.isBroken && !isAlive(offer, elapsed))
    if (hasGap) panel.apply({ kind: 'offersAged', elapsed })
    hasNews = false
    parts.show()
  }
  const setTimer = (shownAt: Instant): void => {
    cancelTimer?.()
    const rules = rulesAt()
    change = nextChange(panel.current(), shownAt, rules, boundariesOf)
    const next = earlier(change, nextAsking(panel.current(), shownAt, rules, boundariesOf))
    cancelTimer = next === undefined ? undefined : clock.after(next - clock.now(), schedule)
  }
  const follow = (event: PanelEvent, before: Panel): void => {
    if (isAsked(event)) return
    if (!isUnseen(event, before, panel.current()) && !isConfirmed(event, before, parts)) hasNews = true
    schedule()
  }

  const hasTime = (): boolean => Number.isFinite(clock.error())
  const stops = [
    panel.onChange(follow),
    clock.onLeap(() => panel.apply({ kind: 'timeLeapt', ...(hasTime() && { now: clock.now() }) })),
  ]
  step()
  return () => {
    isStopped = true
    cancelTimer?.()
    for (const stop of stops) stop()
  }
}

/** Starts the actions that are due at this moment. Their results arrive as events. */
function startDue(parts: HeartbeatParts, moment: Moment): void {
  const { panel, rulesAt, boundariesOf } = parts
  const [{ now }, rules] = [moment, rulesAt()]
  if (isDue(nextReading(panel.current(), now, rules, boundariesOf), now)) void parts.refresh()
  if (isDue(nextRoomReading(panel.current(), now, rules), now)) void parts.refreshRoom()
  const presumed = presumptionsAt(panel.current(), rules.policy, moment)
  if (presumed.length > 0) panel.apply({ kind: 'presumed', checkIns: presumed })
  const noShow = releaseDue(panel.current(), rules.policy, moment)
  if (noShow !== undefined) void parts.releaseNoShow(noShow)
  void parts.noteUnreleased()
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
  return (
    isSame &&
    clock.now() - schedule.readAt <= rulesAt().freshFor &&
    actionOf(before.actions, 'end') === undefined
  )
}

const isSameOffers = (one: Panel, other: Panel): boolean =>
  one.offers.length === other.offers.length &&
  one.offers.every(({ booking, since, isBroken }, index) => {
    const now = other.offers[index]
    return now?.booking === booking && now.since === since && now.isBroken === isBroken
  })
