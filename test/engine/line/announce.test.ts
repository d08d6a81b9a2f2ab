import { expect, test } from 'vitest'
import { announce, announcementOf } from '../../../engine/line/announce.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { seconds } from '../../../shared/time/time.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { createMemoryBroker } from '../../support/memory/memory-broker.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

async function anAnnouncedDoor() {
  const clock = createVirtualClock()
  const broker = createMemoryBroker(clock)
  const announcement = announcementOf('door-a', 's-1', '0.1.0')
  const line = lineTo(broker, clock, 'door-a', announcement)
  const takeLeave = announce(line, announcement)
  await clock.advance(0)
  const said = () =>
    broker.taken.map(({ payload }) => {
      const presence = parseMessage('presence', payload)
      return presence.ok ? presence.value.on : expect.fail(payload)
    })
  return { clock, broker, line, takeLeave, said }
}

test('a door says that it is there at each connection, for whoever asks later', async () => {
  const { broker, clock, said } = await anAnnouncedDoor()
  expect(said()).toEqual([true])
  expect(broker.taken[0]).toMatchObject({ topic: 'rp/1/door/door-a/from/presence', retain: true, qos: 1 })
  broker.kill()
  broker.start()
  await clock.advance(seconds(10))
  expect(said()).toEqual([true, true])
})

test('the broker says that it is gone after ten seconds, and not if it is back before', async () => {
  const { broker, clock, said } = await anAnnouncedDoor()
  broker.breakOff('door-a')
  await clock.advance(seconds(9))
  expect(said()).toEqual([true, true])
  broker.accounts.delete('door-a')
  broker.breakOff('door-a')
  await clock.advance(seconds(11))
  expect(said()).toEqual([true, true, false])
})

test('a door that takes leave says so, and nothing after it', async () => {
  const { broker, clock, line, takeLeave, said } = await anAnnouncedDoor()
  await takeLeave()
  await line.close()
  broker.breakOff('door-a')
  await clock.advance(seconds(30))
  expect(said()).toEqual([true, false])
})
