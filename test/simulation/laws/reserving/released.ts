import type { Door } from '../door.ts'
import type { ReplyBody } from '../reply/reply-body.ts'
import { attemptOf } from './attempts.ts'

/** Law 6 of booking: who books for now is there, and is not asked for a check-in. */
export function judgeReleased(door: Door, { status, uid }: ReplyBody): void {
  if (status !== 'NOT_CHECK_IN') return
  const attempt = attemptOf(door, uid)
  const isForNow = attempt?.wish !== 'later' && attempt?.wish !== 'elsewhere'
  if (attempt?.told === 'booked' && isForNow && !attempt.isLost && !attempt.isTouched)
    door.court.accuse('B6 a door booking is never released', `${uid}, by ${door.tablet.name}`)
}
