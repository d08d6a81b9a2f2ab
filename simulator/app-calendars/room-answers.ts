import type { CalendarEvent, Cut } from '../calendar/event.ts'
import { THE_TRUTH } from '../calendar/instances.ts'
import { CHINA_OFFSET } from '../calendar/rfc3339.ts'
import type { Platform } from '../platform.ts'
import type { Room } from '../rooms/room.ts'
import type { AppEvent, RoomRequest } from './app-calendar.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Makes the rooms give the answers that are due, in the order of their due times: of two doors that ask for
 * the same time one wins. The world has no timers, so this runs before each look at the world.
 */
export const settleRequests = (platform: Platform): void => {
  const now = platform.now()
  const due = platform.requests
    .filter(({ answersAt }) => answersAt <= now)
    .toSorted((one, other) => one.answersAt - other.answersAt)
  for (const request of due) {
    platform.requests.splice(platform.requests.indexOf(request), 1)
    answer(platform, request)
  }
}

/** Lets freebusy list what the room has not answered yet. It is no stay: by the truth it never was there. */
export const listUnanswered = (platform: Platform, request: RoomRequest): void => {
  const stay = {
    ...stayOf(platform, request.event, request.room),
    cut: { at: -Infinity, shownFrom: THE_TRUTH },
  }
  request.stay = stay
  request.room.schedule.add(stay)
}

const answer = (platform: Platform, request: RoomRequest): void => {
  const { event, room } = request
  if (event.isDeleted) return
  const { stay: listed } = request
  request.answer = mayStay(platform, request) ? 'accept' : 'decline'
  if (request.answer === 'decline') {
    if (listed !== undefined) listed.cut = goneSoon(platform)
    return
  }
  if (listed !== undefined) room.schedule.remove(listed)
  const stay = { ...stayOf(platform, event, room), ...(listed && { shownFrom: listed.shownFrom }) }
  request.stay = stay
  platform.events.set(stay.uid, stay)
  room.schedule.add(stay)
}

/** A time that has changed asks a room anew that took the event, or did not. */
export const askAgain = (platform: Platform, request: RoomRequest): void => {
  if (request.answer === 'needs_action') return
  const { stay, room } = request
  if (stay !== undefined) {
    room.schedule.remove(stay)
    platform.events.delete(stay.uid)
  }
  request.stay = undefined
  answer(platform, request)
}

/** Frees the rooms that took the event. */
export const deleteAppEvent = (platform: Platform, event: AppEvent): void => {
  event.isDeleted = true
  for (const { stay } of event.requests) if (stay !== undefined) stay.cut = goneSoon(platform)
}

const goneSoon = ({ now, switches }: Platform): Cut => ({
  at: -Infinity,
  shownFrom: now() + switches.bookingShownAfter,
})

/** The reasons for a `decline` that https://open.feishu.cn/document/server-docs/calendar-v4/faq names. */
const mayStay = (platform: Platform, { event, room, contact, answersAt }: RoomRequest): boolean =>
  !room.isRemoved &&
  !isClosed(room, answersAt) &&
  (contact !== undefined || platform.switches.withoutContact === 'accepted') &&
  // With an app's token, a room that has to approve never accepts.
  !needsApproval(room, event) &&
  isWithinRules(room, event, event.createdAt) &&
  room.schedule.within(event.span, THE_TRUTH).length === 0

const isClosed = ({ outOfService }: Room, moment: number): boolean =>
  outOfService !== undefined && outOfService.from <= moment && moment < outOfService.until

const needsApproval = ({ reserveRules }: Room, { span }: AppEvent): boolean =>
  reserveRules.approvalFromHours !== undefined &&
  span.end - span.start > reserveRules.approvalFromHours * HOUR

const isWithinRules = ({ reserveRules }: Room, { span }: AppEvent, askedAt: number): boolean => {
  const { opens, closes, longestHours, daysAhead } = reserveRules
  const isAllDay = opens === 0 && closes === DAY / 1000
  const midnight = Math.floor((span.start + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET
  return (
    (isAllDay || (span.start >= midnight + opens * 1000 && span.end <= midnight + closes * 1000)) &&
    span.end - span.start <= longestHours * HOUR &&
    span.start <= askedAt + daysAhead * DAY
  )
}

/** The stay of an app's event. The app is its organiser, and freebusy has no name for it. */
const stayOf = (platform: Platform, event: AppEvent, room: Room): CalendarEvent => {
  const organizer = { name: '', openId: event.calendar.owner.botOpenId }
  return {
    uid: event.uid,
    tenant: room.tenant,
    roomId: room.id,
    title: event.summary,
    organizer,
    organizerInfo: `,"organizer_info":${JSON.stringify({ open_id: organizer.openId })}`,
    videoLink: undefined,
    span: event.span,
    repeats: undefined,
    shownFrom: platform.now() + platform.switches.bookingShownAfter,
    cut: undefined,
    changes: new Map(),
  }
}
