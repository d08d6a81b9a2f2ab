import { expect, test } from 'vitest'
import { minutes, plus, seconds } from '../../../../../shared/time/time.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'

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
