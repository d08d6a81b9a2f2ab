import { expect, test } from 'vitest'
import type { GenericSchema } from 'valibot'
import { scheduleFrom } from '../../../../../engine/calendars/feishu/bookings/schedule.ts'
import { titlesFrom } from '../../../../../engine/calendars/feishu/bookings/titles.ts'
import {
  freebusySchema,
  roomSchema,
  titlesSchema,
} from '../../../../../engine/calendars/feishu/calls/answers.ts'
import { understood } from '../../../../../engine/calendars/feishu/calls/understood.ts'
import { roomFrom } from '../../../../../engine/calendars/feishu/rooms/room.ts'
import { instantOf } from '../../../../../shared/time/time.ts'
import { anItem, roomId, threeDays } from '../scripted-feishu.ts'

/** What the client makes of an answer with this `data`. */
function read<Answer>(schema: GenericSchema<unknown, Answer>, data: unknown): Answer {
  const text = JSON.stringify({ code: 0, msg: 'success', data })
  const answer = understood({ status: 200, header: () => undefined, text }, { answer: schema })
  if (!answer.ok) throw new Error('The answer is foreign')
  return answer.value
}

const blanks = ['', '   ', '\u200B\u200B', '\u3000\u00AD']

test.each(blanks)('an organiser called %j has no name', (name) => {
  const item = { ...anItem('one', '2026-10-12T10:00'), organizer_info: { name } }
  const schedule = scheduleFrom(read(freebusySchema, { free_busy: { [roomId]: [item] } }), roomId, threeDays)
  expect(schedule).toMatchObject({ ok: true, value: [{ organizer: {} }] })
  expect(schedule.ok && schedule.value[0]?.organizer?.name).toBeUndefined()
})

test.each(blanks)('a meeting called %j has no title', (summary) => {
  expect(titlesFrom(read(titlesSchema, { EventInfos: [{ uid: 'one', summary }] })).size).toBe(0)
})

test.each(blanks)('a room that is closed because of %j is closed without a reason', (reason) => {
  const room = { name: reason, room_status: { status: false, disable_reason: reason } }
  expect(roomFrom(read(roomSchema, { room }), instantOf(0))).toEqual({ outOfService: {} })
})

test.each([0, -8, 4.5, 1e300, 100_001])('a room has no %d seats', (capacity) => {
  expect(roomFrom(read(roomSchema, { room: { name: 'Magnolia', capacity } }), instantOf(0))).toEqual({
    name: 'Magnolia',
  })
})
