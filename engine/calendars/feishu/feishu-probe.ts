import { err, ok, type Result } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { CalendarProbe, CalendarProblem } from '../../room-calendar.ts'
import { freebusyCall, scheduleFrom } from './bookings/schedule.ts'
import { titlesOfNoMeeting } from './bookings/titles.ts'
import { connect, type FeishuDependencies } from './calls/connection.ts'
import { type CallFault, noAnswer } from './calls/problems.ts'
import { withTimeLimit } from './calls/time-limit.ts'
import { createBookingProbe } from './events/booking-probe.ts'
import { olderRoomCall, olderRoomFrom } from './rooms/older-room.ts'
import { roomCall, roomFrom } from './rooms/room.ts'

const timeLimit = seconds(10)

/** A panel's calls to Feishu, one by one. */
export function createFeishuProbe(dependencies: FeishuDependencies): CalendarProbe {
  const { roomId } = dependencies
  const { token, call, retried, get } = connect(dependencies)

  const told = async <T>(
    attempt: () => Promise<Result<T, CallFault>>,
  ): Promise<Result<T, CalendarProblem>> => {
    const result = await retried(attempt)
    return result.ok ? result : err(result.error.problem)
  }

  return {
    reach: () => told(() => anyAnswer(dependencies)),
    async token() {
      const result = await told(() => token.get(timeLimit))
      return result.ok ? ok(undefined) : result
    },
    async schedule(window) {
      const answer = await told(() => call(freebusyCall(roomId, window)))
      return answer.ok ? scheduleFrom(answer.value, roomId, window) : answer
    },
    async room() {
      const answer = await told(() => call(roomCall(roomId)))
      return answer.ok ? ok(roomFrom(answer.value, dependencies.clock.now())) : answer
    },
    async olderRoom() {
      const answer = await told(() => call(olderRoomCall(roomId)))
      return answer.ok ? olderRoomFrom(answer.value, roomId) : answer
    },
    booking: createBookingProbe(get, roomId),
    async titles() {
      const answer = await told(() => call(titlesOfNoMeeting))
      return answer.ok ? ok(undefined) : answer
    },
  }
}

/** Succeeds with any answer: the request contains no secret, and the answer is not parsed. */
async function anyAnswer({ http, clock, origin }: FeishuDependencies): Promise<Result<void, CallFault>> {
  try {
    await withTimeLimit(clock, timeLimit, (onGivenUp) =>
      http({ method: 'GET', url: `${origin}/open-apis`, headers: {}, onGivenUp }),
    )
    return ok(undefined)
  } catch (cause) {
    return err(noAnswer(cause))
  }
}
