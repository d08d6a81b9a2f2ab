import { expect, test, vi } from 'vitest'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import { slow } from '../../../simulator/faults/fault.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { aSite, shownBy } from './a-site.ts'

test('two doors have one truth, also when the hub dies in the middle of a reply', async ({
  onTestFinished,
}) => {
  const { world, room, store, hub, door, remove } = await aSite()
  onTestFinished(remove, 20_000)
  const now = Math.floor(realTime.now() / minutes(1)) * minutes(1)
  const meeting = (uid: string, begunBefore: number) => {
    const from = now - begunBefore
    // Of a series: the first request that is sent for it hits it.
    world.book(room, { uid, from, to: now + minutes(60), repeats: { every: 'week' } })
    return bookingIdOf(`${uid}/0/${from / 1000}`)
  }
  const [long, late] = [meeting('long', minutes(9)), meeting('late', minutes(4))]
  const [leader, a, b] = await Promise.all([hub('one'), door('door-a'), door('door-b')])
  const bothShow = async (what: string, within: number): Promise<void> => {
    const shown = () => [shownBy(a), shownBy(b)]
    await expect.poll(shown, { timeout: within, interval: 10 }).toEqual([what, what])
  }
  await bothShow(late, seconds(30))

  void a.endMeeting(late)
  await bothShow(long, seconds(5))
  expect(world.replies).toHaveLength(1)

  const follower = await hub('two')
  await vi.waitUntil(() => follower.events().includes('hub.started'), { timeout: seconds(20) })
  world.fail('reply', slow(seconds(5)))
  void a.endMeeting(long)
  await vi.waitUntil(() => world.replies.length === 2, { timeout: seconds(5), interval: 5 })
  await leader.kill()
  await bothShow('free', seconds(20))
  expect(follower.events()).toContain('hub.leads')
  await b.endMeeting(long)
  expect(world.replies).toHaveLength(2)
  expect(await store.attempts.endingAfter(instantOf(now))).toMatchObject({
    value: [
      { booking: late, verdict: 'end', door: 'door-a', outcome: 'done' },
      { booking: long, verdict: 'end', door: 'door-a' },
    ],
  })
}, 120_000)
