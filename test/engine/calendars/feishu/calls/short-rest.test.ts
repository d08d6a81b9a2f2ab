import { expect, test } from 'vitest'
import { hours, minutes, plus, seconds } from '../../../../../shared/time/time.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'
import { replied } from '../../../../support/replied.ts'

test('more readings in one moment than the calendar takes in a second all come, one after the other', async () => {
  const { clock, world, calendar } = onSimulatedFeishu()
  world.limitRate('freebusy', { perSecond: 1 })
  const start = clock.now()
  const readings = [1, 2, 3, 4].map((count) =>
    calendar.readSchedule({ start, end: plus(start, minutes(count)) }),
  )
  await clock.advance(seconds(10))
  expect(await Promise.all(readings)).toMatchObject(readings.map(() => ({ ok: true })))
})

test('a meeting is ended where the calendar takes one reading a second', async () => {
  const { clock, world, room, calendar } = onSimulatedFeishu()
  const [from, to] = [clock.now() - minutes(5), clock.now() + minutes(25)]
  const { uid } = world.book(room, { from, to })
  world.limitRate('freebusy', { perSecond: 1 })
  const today = { start: plus(clock.now(), -hours(12)), end: plus(clock.now(), hours(12)) }
  const read = await calendar.readSchedule(today)
  const booking = read.ok ? read.value.find(({ meeting }) => meeting === uid) : undefined
  if (booking === undefined) throw new Error('It is not listed')
  void calendar.readSchedule(today, true)
  await clock.advance(10)
  const before = calendar.readSiblings(booking, undefined, true)
  const ended = before.then(() => replied(calendar, booking, 'end'))
  await clock.advance(seconds(30))
  expect(await ended).toMatchObject({ kind: 'accepted' })
})
