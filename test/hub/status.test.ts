import { expect, test } from 'vitest'
import { minutes, seconds } from '../../shared/time/time.ts'
import { aSupervisedRoom } from '../support/hub/a-supervised-room.ts'

test('IT sees what each door shows, how old that is, and which program it runs', async () => {
  const { room, status, clock } = await aSupervisedRoom()
  const [first = '', second = ''] = await status()
  expect(first).toMatch(new RegExp(`^door-a  ${room.id}  inUse  read \\d+ s ago  0\\.1\\.0$`))
  expect(second).toMatch(/^door-b /)
  const [json = ''] = await status(true)
  expect(JSON.parse(json)).toMatchObject([
    { door: 'door-a', room: room.id, isHere: true, occupancy: 'inUse', outbox: 0, version: '0.1.0' },
    { door: 'door-b' },
  ])
  await clock.advance(minutes(5))
  // They report every minute that nothing has changed.
  expect((await status()).join('\n')).not.toContain('silent')
})

test('a door that is gone is told with what it showed last, and since when it is silent, also while no hub lives', async () => {
  const { broker, b, hub, clock, status } = await aSupervisedRoom()
  hub.die()
  b.panel.stop()
  broker.breakOff('door-b')
  broker.accounts.delete('door-b')
  await clock.advance(minutes(10))
  const [first = '', second = ''] = await status()
  // Without its hub the first door knows no more, and says so.
  expect(first).toContain('unknown')
  expect(first).toContain('last problem unreachable')
  expect(second).toContain('last inUse')
  expect(second).toMatch(/silent for 1\d min/)
})

test('a broker that was started anew has the reports again', async () => {
  const { broker, clock, status } = await aSupervisedRoom()
  broker.kill()
  await clock.advance(seconds(3))
  broker.start()
  await clock.advance(seconds(40))
  expect((await status()).map((line) => line.slice(0, 6))).toEqual(['door-a', 'door-b'])
  expect((await status()).join()).not.toContain('never heard')
})
