import { expect, test } from 'vitest'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { instantOf, seconds } from '../../../shared/time/time.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { openPage } from '../../support/a-page.ts'
import { aSite, shownBy } from './a-site.ts'

/** Check-in opens with the start, and the grace is over six seconds later. */
const checkIn = { mode: 'auto', opensMinutesBefore: 0, graceMinutes: 0.1 } as const

test('two doors agree to a release; a tap at one keeps the next booking, and a door that is gone the last one', async ({
  onTestFinished,
}) => {
  const { world, room, store, hub, realDoor, remove } = await aSite(checkIn)
  onTestFinished(remove, 20_000)
  const begun = Math.ceil(realTime.now() / 1000) * 1000 + seconds(15)
  const meeting = (uid: string, from: number, to: number) => {
    const start = begun + from
    world.book(room, { uid, from: start, to: begun + to, organizer: uid, repeats: { every: 'week' } })
    return bookingIdOf(`${uid}/0/${start / 1000}`)
  }
  const ghost = meeting('ghost', 0, seconds(13))
  const tapped = meeting('tapped', seconds(14), seconds(25))
  const last = meeting('last', seconds(26), seconds(90))
  const [leader, a, b] = await Promise.all([hub('one'), realDoor('door-a'), realDoor('door-b')])
  for (const { panel } of [a, b]) openPage(panel)
  const bothShow = async (what: string): Promise<void> => {
    const shown = () => [shownBy(a.panel), shownBy(b.panel)]
    await expect.poll(shown, { timeout: seconds(20), interval: 20 }).toEqual([what, what])
  }
  await bothShow(ghost)
  await bothShow('free')
  expect(world.replies).toMatchObject([{ effect: { event: { uid: 'ghost' } } }])
  expect(await store.audit.latest(2)).toMatchObject({ value: [{ act: 'vote' }, { act: 'vote' }] })

  await bothShow(tapped)
  await b.panel.checkIn(tapped)
  await expect.poll(() => a.panel.current().occupancy.kind, { timeout: seconds(3) }).toBe('inUse')

  await bothShow(last)
  await b.stop()
  await expect.poll(leader.events, { timeout: seconds(15) }).toContain('release.not-asked')
  expect(shownBy(a.panel)).toBe(last)
  expect(world.replies).toHaveLength(1)
  expect(await store.attempts.endingAfter(instantOf(begun))).toMatchObject({
    value: [{ booking: ghost, verdict: 'release', outcome: 'done' }],
  })
}, 120_000)
