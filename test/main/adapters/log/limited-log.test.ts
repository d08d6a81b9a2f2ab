import { expect, test } from 'vitest'
import { limitLog } from '../../../../main/adapters/log/limited-log.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

test('an event that comes 18,000 times in 10 s leaves a hundred lines, its number, and all of the others', async () => {
  const [clock, kept] = [createVirtualClock(), createMemoryLog()]
  const log = limitLog(kept, clock)
  log.info('admin.opened')
  for (let second = 0; second < 10; second++) {
    for (let asked = 0; asked < 1800; asked++) log.error('ipc.refused', { asked })
    // oxlint-disable-next-line no-await-in-loop -- one second after the other
    await clock.advance(seconds(1))
  }
  log.info('ending.sent', { booking: 'a/0/1' })
  await clock.advance(minutes(1))
  log.error('ipc.refused', { why: 'rate' })

  const events = kept.events()
  expect(events.filter((event) => event === 'ipc.refused')).toHaveLength(101)
  expect(events.filter((event) => event !== 'ipc.refused')).toEqual([
    'admin.opened',
    'log.omits',
    'ending.sent',
  ])
  expect(kept.lines.at(-1)).toEqual({
    level: 'error',
    event: 'ipc.refused',
    facts: { why: 'rate', omitted: 17_900 },
  })
})
