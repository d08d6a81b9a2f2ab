import * as v from 'valibot'
import { bodyCut } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import { duringGrace, minute, untilTheStart } from '../harness/during-grace.ts'

/** A story of a grace, and of what follows. */
const timeout = 4 * minute
const withinGrace = { timeout: 2 * minute }

test(
  'the room of a no-show is given back right after the grace, once',
  { timeout },
  async ({ feishu, door, expect }) => {
    // Booked for later, so that check-in is possible from before the start on.
    await door.configure({
      ...feishu.configuration,
      checkIn: { mode: 'auto', opensMinutesBefore: 1, graceMinutes: 1 },
    })
    const panel = await door.open()
    await panel.waitFor({ occupancy: 'free', connection: 'live' })
    const start = feishu.fromNow(untilTheStart)
    const meeting = feishu.book(start, feishu.at(30))
    await panel.touchUntil({ occupancy: 'checkInOpen', booking: meeting.mark })
    // To a single event the start goes first, and 0 when the calendar has refused that.
    await expect.poll(() => feishu.world.callsTo('reply'), withinGrace).toBe(2)
    const late = (feishu.world.replies[0]?.at ?? Infinity) - (start + minute)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(5000)
    await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
    await expect.poll(() => panel.text('notice')).toContain('No one checked in')
    expect(feishu.replies()).toEqual(
      [start / 1000, 0].map((original_time) => ({
        room_id: feishu.room.id,
        uid: meeting.event.uid,
        original_time,
        status: 'NOT_CHECK_IN',
      })),
    )
  },
)

test('a kill half-way keeps the booking for good', { timeout }, async ({ feishu, door, expect }) => {
  const { panel, meeting } = await duringGrace(feishu, door)
  await panel.kill9()
  const next = await door.open()
  await next.waitFor({ occupancy: 'awaitingCheckIn', connection: 'live', booking: meeting.mark })
  await expect.poll(feishu.world.now, { timeout: 3 * minute }).toBeGreaterThan(meeting.start + 2.2 * minute)
  expect(await next.marks()).toMatchObject({ occupancy: 'inUse', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(0)
})

test('a release whose answer is cut off is not sent again', { timeout }, async ({ feishu, door, expect }) => {
  feishu.world.fail('reply', bodyCut(), { times: 1 })
  const { panel } = await duringGrace(feishu, door, feishu.bookDaily)
  await expect.poll(() => feishu.world.callsTo('reply'), withinGrace).toBe(1)
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  // The room is free from the reading on; why, is said once it is in the journal.
  await expect.poll(() => panel.text('notice')).toContain('No one checked in')
  expect(feishu.world.callsTo('reply')).toBe(1)
})

test(
  'nothing is released while the calendar is away, and IT can read why',
  { timeout },
  async ({ kiosk, feishu, door, expect }) => {
    const { panel, meeting } = await duringGrace(feishu, door)
    feishu.goDown()
    const decisions = async (): Promise<readonly unknown[]> => {
      const { output } = await kiosk.run(['status', '--json', ...door.args], '')
      return v.parse(statusSchema, output).journal.decisions
    }
    await panel.touchUntil({ occupancy: 'unknown' })
    await expect
      .poll(decisions, withinGrace)
      .toMatchObject([{ booking: meeting.mark, outcome: 'kept', because: 'calendarUnreachable' }])
    expect(await panel.marks()).toMatchObject({ occupancy: 'unknown', connection: 'offline' })
    expect(feishu.world.callsTo('reply')).toBe(0)
  },
)

test(
  'one tap checks in, and outlives a kill without warning',
  { timeout },
  async ({ feishu, door, expect }) => {
    const { panel, meeting } = await duringGrace(feishu, door)
    await panel.tap('check-in')
    await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
    await panel.kill9()
    const next = await door.open()
    await next.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
    await expect.poll(feishu.world.now, { timeout: 2 * minute }).toBeGreaterThan(meeting.start + 1.2 * minute)
    expect(await next.marks()).toMatchObject({ occupancy: 'inUse', booking: meeting.mark })
    expect(feishu.world.callsTo('reply')).toBe(0)
  },
)

test('an early visitor checks in before the start, and has the room from then on', async ({
  feishu,
  door,
  expect,
}) => {
  await door.configure({ ...feishu.configuration, checkIn: { mode: 'auto', graceMinutes: 1 } })
  const meeting = feishu.book(feishu.at(3), feishu.at(33))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'checkInOpen', connection: 'live', booking: meeting.mark })
  await panel.tap('check-in')
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  await panel.waitUntilGone('end-meeting')
  expect(feishu.world.callsTo('reply')).toBe(0)
})

const statusSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ journal: v.object({ decisions: v.array(v.unknown()) }) }),
)
