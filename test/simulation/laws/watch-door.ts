import type { HttpRequest } from '../../../engine/ports.ts'
import { days } from '../../../shared/time/time.ts'
import type { Instance } from '../../../simulator/calendar/event.ts'
import type { SimOutcome } from '../../../simulator/http.ts'
import type { Tally } from '../people/office.ts'
import { isGood } from '../tablet/good-answer.ts'
import type { Call } from '../tablet/line.ts'
import type { Door } from './door.ts'
import { judgeStood } from './picture/green-stood.ts'
import { covers, followListing, nameOf } from './presence.ts'
import { expectRelease } from './reply/ghost-released.ts'
import { judgeRelease } from './reply/release-earned.ts'
import { type ReplyBody, replyBodyFrom } from './reply/reply-body.ts'
import { watchBookingCall } from './reserving/call-judged.ts'
import { judgeReleased } from './reserving/released.ts'
import { judgeAfterHarm, judgeEffect, judgeOnce, staysOf } from './reply/reply-judged.ts'

const nothing = (): void => undefined

/** Watches one request of a panel: readings are remembered, replies are judged. */
export function watchRequest(door: Door, request: HttpRequest, tally: Tally): Call {
  // A visitor may look for other rooms.
  const isOwn = request.url.includes(door.room.id)
  if (isOwn && request.url.includes('/freebusy/')) return watchReading(door, request.url)
  if (isAboutRoom(request.url)) return watchRoom(door)
  if (request.url.endsWith('/instance/reply')) return watchReply(door, replyBodyFrom(request.body), tally)
  if (isOwn && request.url.includes('/reserve_scope')) return watchLimits(door)
  return watchBookingCall(door, request) ?? { decided: nothing, answered: nothing }
}

const isAboutRoom = (url: string): boolean =>
  url.includes('/vc/v1/rooms/') || url.includes('/meeting_room/room/batch_get')

/** The panel may go by any answer of the platform about the room that it got. */
function watchRoom(door: Door): Call {
  const { memory, time } = door
  const askedAt = time.now()
  let isRead = false
  return {
    decided: ({ outcome }) => void (isRead = isGood(outcome)),
    answered: () => {
      if (!isRead) return
      judgeStood(door)
      memory.roomAskedAt = askedAt
    },
  }
}

function watchLimits({ memory, room }: Door): Call {
  let told: typeof memory.limits
  return {
    decided: ({ outcome, isGenuine }) => {
      if (isGenuine && isGood(outcome)) told = room.reserveRules
    },
    answered: () => {
      if (told === undefined) return
      memory.limits = told
      memory.deniedAt = undefined
    },
  }
}

/** Far readings are about series; a reading of the schedule is of three days. */
const longestSchedule = days(5)

function watchReading(door: Door, url: string): Call {
  const { memory, time, room } = door
  const window = windowIn(url)
  if (window.end - window.start > longestSchedule) return { decided: nothing, answered: nothing }
  const askedAt = time.now()
  memory.wholeAt = undefined
  let stays: readonly Instance[] | undefined
  let isDated = true
  let isPlaced = true
  return {
    decided: ({ outcome, isGenuine, isBelievable, isPlaced: areAllPlaced = true }) => {
      isPlaced = areAllPlaced
      isDated = outcome.kind === 'answer' && !Number.isNaN(Date.parse(outcome.answer.headers['date'] ?? ''))
      if (isGenuine && isWhole(outcome)) stays = room.schedule.within(window, askedAt)
      if (isBelievable === true) stays = wherePeopleAre(door, room.schedule.within(window, askedAt))
    },
    answered: () => {
      if (stays === undefined) return
      judgeStood(door)
      memory.wholeAt = isPlaced ? time.now() : undefined
      // The second panel of a room keeps no check-ins.
      if (!door.rules.current().follower)
        followListing(door.everything.checkIns, stays, memory.reading?.stays, time.now())
      memory.reading = { askedAt, stays, window, isDated }
      memory.firstReadAt ??= time.now()
      noteListed(door, stays)
    },
  }
}

/** If a check-in was made at this door, one reading alone does not make its booking vanish, once one has listed it. */
const wherePeopleAre = (
  { everything, rules, time, tablet, listed }: Door,
  stays: readonly Instance[],
): readonly Instance[] =>
  stays.filter(
    (stay) =>
      !rules.current().follower &&
      stay.end > time.now() &&
      listed.has(nameOf(stay)) &&
      everything.checkIns.some(
        (one) =>
          !one.isLost &&
          (one.bookedAt ?? tablet.name) === tablet.name &&
          one.end > time.now() &&
          covers(one, stay, stays),
      ),
  )

/** Remembers when each booking was first listed. */
function noteListed(door: Door, stays: readonly Instance[]): void {
  const { listed, time } = door
  for (const stay of stays) {
    const name = nameOf(stay)
    if (listed.has(name)) continue
    listed.set(name, time.now())
    if (door.isHealthy) expectRelease(door, stay)
  }
}

/** The schedule is asked for by the same words all day long. */
let lastWindow = { url: '', start: NaN, end: NaN }

function windowIn(url: string): { readonly start: number; readonly end: number } {
  if (url === lastWindow.url) return lastWindow
  const query = new URLSearchParams(url.slice(url.indexOf('?')))
  const [start, end] = [Date.parse(query.get('time_min') ?? ''), Date.parse(query.get('time_max') ?? '')]
  lastWindow = { url, start, end }
  return lastWindow
}

const isWhole = (outcome: SimOutcome): boolean =>
  outcome.kind === 'answer' &&
  outcome.answer.body.startsWith('{"code":0,"msg":"success","data":') &&
  outcome.answer.body.endsWith('"error_room_ids":[]}}')

function watchReply(door: Door, body: ReplyBody, tally: Tally): Call {
  const meant = body.status === 'NOT_CHECK_IN' ? judgeRelease(door, body) : undefined
  const before = staysOf(door, body.uid)
  const sent = door.world.replies.length
  return {
    decided: () => {
      judgeAfterHarm(door, body)
      judgeReleased(door, body, meant)
      const record = door.world.replies[sent]
      judgeOnce(door, body, meant ? nameOf(meant) : `${body.uid}/${body.original_time}`, record?.code)
      judgeEffect(door, body, record, { meant, before }, tally)
    },
    answered: nothing,
  }
}
