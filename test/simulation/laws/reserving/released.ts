import type { Instance } from '../../../../simulator/calendar/event.ts'
import type { Door } from '../door.ts'
import type { ReplyBody } from '../reply/reply-body.ts'
import type { Attempt } from './attempt.ts'
import { attemptOf } from './attempts.ts'

/** Law 6 of booking: who books for now is there, and is not asked for a check-in; nor is who starts early, for what follows. */
export function judgeReleased(door: Door, { status, uid }: ReplyBody, meant: Instance | undefined): void {
  if (status !== 'NOT_CHECK_IN') return
  const isThere = ({ told, isLost, isTouched }: Attempt): boolean =>
    told === 'booked' && !isLost && !isTouched
  const attempt = attemptOf(door, uid)
  const isForNow = attempt !== undefined && attempt.wish !== 'later' && attempt.wish !== 'elsewhere'
  const isStartedEarly = door.everything.attempts.some(
    (one) =>
      one.wish === 'startEarly' && isThere(one) && one.events.some(({ span }) => span.end === meant?.start),
  )
  if ((isForNow && isThere(attempt)) || isStartedEarly)
    door.court.accuse('B6 a door booking is never released', `${uid}, by ${door.tablet.name}`)
}
