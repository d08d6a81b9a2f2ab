import type { HttpRequest } from '../../../main/ports.ts'
import type { Instance } from '../../../main/simulator/calendar/event.ts'
import type { SimOutcome } from '../../../main/simulator/http.ts'
import { once } from '../../../shared/domain/once.ts'
import { days } from '../../../shared/domain/time.ts'
import type { Call } from '../tablet/line.ts'
import type { Door } from './door.ts'
import { judgeStood } from './green-stood.ts'
import { nameOf } from './memory.ts'
import { judgeRelease } from './release-earned.ts'
import { judgeAfterHarm, judgeEffect, judgeOnce, staysOf } from './reply-judged.ts'
import { type ReplyBody, replyBodyFrom } from './reply-body.ts'

const nothing = (): void => undefined

/** Watches one request of a panel: readings are remembered, replies are judged. */
export function watchRequest(door: Door, request: HttpRequest): Call {
  if (request.url.includes('/freebusy/')) return watchReading(door, request.url)
  if (request.url.endsWith('/instance/reply')) return watchReply(door, replyBodyFrom(request.body))
  return { decided: nothing, answered: nothing }
}

/** Far readings are about series; a reading of the schedule is of three days. */
const longestSchedule = days(5)

function watchReading(door: Door, url: string): Call {
  const { memory, time, room } = door
  const window = windowIn(url)
  if (window.end - window.start > longestSchedule) return { decided: nothing, answered: nothing }
  const askedAt = time.now()
  let stays: readonly Instance[] | undefined
  return {
    decided: (outcome) => {
      if (isGood(outcome)) stays = room.schedule.within(window, askedAt)
    },
    answered: () => {
      if (stays === undefined) return
      judgeStood(door)
      memory.reading = { askedAt, stays }
    },
  }
}

const windowIn = once((url: string) => {
  const query = new URLSearchParams(url.slice(url.indexOf('?')))
  return { start: Date.parse(query.get('time_min') ?? ''), end: Date.parse(query.get('time_max') ?? '') }
})

const isGood = (outcome: SimOutcome): boolean =>
  outcome.kind === 'answer' &&
  outcome.answer.body.startsWith('{"code":0,"msg":"success","data":') &&
  outcome.answer.body.endsWith('"error_room_ids":[]}}')

function watchReply(door: Door, body: ReplyBody): Call {
  const meant = body.status === 'NOT_CHECK_IN' ? judgeRelease(door, body) : undefined
  const before = staysOf(door, body.uid)
  const sent = door.world.replies.length
  return {
    decided: () => {
      judgeAfterHarm(door, body)
      const record = door.world.replies[sent]
      judgeOnce(door, body, meant ? nameOf(meant) : `${body.uid}/${body.original_time}`, record?.code)
      judgeEffect(door, body, record, before)
    },
    answered: nothing,
  }
}
