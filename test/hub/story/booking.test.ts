import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { ok } from '../../../shared/result.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import { slow } from '../../../simulator/faults/fault.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { aJpeg, notingHandlers } from '../../support/hub/order-handlers.ts'
import { aSite } from './a-site.ts'

test('IT gives an order, an administrator declines, and a visitor books, also when the hub dies in the middle of it', async ({
  onTestFinished,
}) => {
  const { world, app, room, store, hub, realDoor, door, command, remove } = await aSite()
  onTestFinished(remove, 20_000)
  world.switches.roomAnswersAfter = [300, 300]
  const now = Math.floor(realTime.now() / minutes(1)) * minutes(1)
  const from = now - minutes(9)
  // Of a series: the first request that is sent for it hits it.
  world.book(room, { uid: 'meeting', from, to: now + minutes(60), repeats: { every: 'week' } })
  const booking = bookingIdOf(`meeting/0/${from / 1000}`)
  const { orders, handlers } = notingHandlers({
    logs: async () => ok(Array.from({ length: 400 }, (_, line) => `${line} ${'x'.repeat(100)}`)),
  })
  const [leader, { panel: a, secrets }, b] = await Promise.all([
    hub('one'),
    realDoor('door-a', handlers),
    door('door-b'),
  ])
  const bothShow = async (what: string, within: number): Promise<void> => {
    const shown = () => [a, b].map((panel) => panel.occupancy())
    await expect.poll(shown, { timeout: within, interval: 10 }).toEqual([what, what])
  }
  await bothShow('inUse', seconds(30))

  const picture = join(await mkdtemp(join(tmpdir(), 'room-panel-orders-')), 'door-a.jpg')
  onTestFinished(() => rm(dirname(picture), { recursive: true }))
  const [restarted, pictured, logs] = [
    await command('order', 'door-a', 'restart'),
    await command('order', 'door-a', 'picture', '--out', picture),
    await command('order', 'door-a', 'logs'),
  ]
  expect(restarted).toEqual({ status: 0, out: 'door-a takes it up\ndoor-a restarts\n' })
  expect(pictured.out).toBe(`door-a takes it up\ndoor-a shows what is in ${picture}\n`)
  expect(Buffer.compare(await readFile(picture), aJpeg)).toBe(0)
  expect(logs.out.split('\n')).toHaveLength(402)
  expect(logs.out).toMatch(/^door-a takes it up\n0 x+\n[^]*\n399 x+\n$/)
  expect(orders).toEqual(['restart', 'picture'])
  const [unsure, before] = [[] as string[], secrets()]
  const stopLooking = a.onSnapshot(({ occupancy: { kind } }) => {
    if (kind === 'unknown') unsure.push(kind)
  })
  expect(await command('rotate', 'door-a')).toEqual({
    status: 0,
    out: 'door-a has another password, and the old one has ended\n',
  })
  await expect.poll(secrets, { timeout: seconds(5) }).toHaveLength(1)
  expect(secrets()).not.toEqual(before)
  await expect.poll(() => a.current().connection.kind, { timeout: seconds(10) }).toBe('live')
  stopLooking()
  expect(unsure).toEqual([])

  const { out } = await command('status')
  expect(out).toMatch(new RegExp(`^door-a  ${room.id}  \\w+  .*0\\.1\\.0`, 'm'))
  expect(out).toMatch(/^door-b /m)

  await a.admin.openAdmin()
  await a.admin.enterPin({ pin: '2468' })
  await a.admin.giveVerdict({ bookingId: booking, verdict: 'decline' })
  await a.admin.leaveAdmin()
  await bothShow('free', seconds(5))
  expect(world.replies).toHaveLength(1)
  expect(await store.audit.latest(2, 'door-a')).toMatchObject({
    value: [
      { act: 'decline', booking, outcome: 'done' },
      { act: 'decline', booking },
    ],
  })

  const follower = await hub('two')
  await vi.waitUntil(() => follower.events().includes('hub.started'), { timeout: seconds(20) })
  await expect.poll(() => a.current().bookable.length, { timeout: seconds(10) }).toBeGreaterThan(0)
  const shown: string[] = []
  for (const panel of [a, b]) panel.onSnapshot(({ occupancy }) => shown.push(occupancy.kind))
  world.fail('addAttendees', slow(seconds(4)))
  const asked = world.callsTo('addAttendees')
  void a.book({ kind: 'now', length: 30 })
  await bothShow('reserving', seconds(5))
  shown.length = 0
  const states = async () => {
    const kept = await store.reservations.endingAfter(instantOf(now))
    return kept.ok ? kept.value.map(({ state }) => state.kind) : []
  }
  await expect.poll(states, { timeout: seconds(5), interval: 20 }).toEqual(['made'])
  // The room was asked: without that the next hub would find nothing to wait for.
  await vi.waitUntil(() => world.callsTo('addAttendees') > asked, { timeout: seconds(5), interval: 5 })
  await leader.kill()
  await bothShow('inUse', seconds(60))
  expect(follower.events()).toContain('hub.leads')
  expect(shown).not.toContain('free')
  expect(world.eventsOf(app)).toMatchObject([{ isDeleted: false }])
  expect(await store.reservations.endingAfter(instantOf(now))).toMatchObject({
    value: [{ wish: 'now', door: 'door-a', room: room.id, state: { kind: 'booked' } }],
  })
}, 150_000)
