import { expect, test } from 'vitest'
import type { Reply } from '../../../engine/room-calendar.ts'
import { checkInsOf } from '../../../shared/panel/panel.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at } from '../../support/builders.ts'
import { accepting } from '../../support/memory/memory-calendar.ts'

const review = aBooking('10:00', '11:00')

test.each([
  ['leaves the room once the meeting is gone from it', accepting(review), at('10:20')],
  [
    'stays as long as that is in doubt',
    (): Reply => ({ kind: 'unsure', problem: { code: 'unreachable' } }),
    review.end,
  ],
  [
    'stays if the calendar refused it',
    (): Reply => ({ kind: 'refused', problem: { code: 'rateLimited' } }),
    review.end,
  ],
])('a person who ends the meeting that they are checked in to %s', async (_what, answer, until) => {
  const { calendar, checkIn, clock, endMeeting, panel } = await aRoom('10:20', { bookings: [review] })
  await checkIn(review.id)
  calendar.answers.push(answer)
  const ended = endMeeting(review.id)
  await clock.advance(seconds(20))
  await ended
  expect(checkInsOf(panel.current())).toMatchObject([{ booking: review.id, end: until }])
})
