import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Fault, silence, slow } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import type { Door } from '../harness/door.ts'
import type { SmallFeishu } from '../harness/small-feishu.ts'

const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'

const file = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ reservations: v.array(v.object({ state: v.object({ kind: v.string() }) })) }),
)

/** How far the door's reservations have come, by its own file. */
async function states({ userData }: Door): Promise<readonly string[]> {
  const text = await readFile(join(userData, 'journal', 'reservations.json'), 'utf8').catch(() => undefined)
  return text === undefined ? [] : v.parse(file, text).reservations.map(({ state }) => state.kind)
}

interface Step {
  readonly name: string
  /** The state in which the program is killed. */
  readonly state: string
  /** What holds it there. */
  readonly hold?: readonly [call: 'createEvent' | 'addAttendees' | 'deleteEvent', fault: Fault]
  /** How long the room thinks, ms. */
  readonly thinks?: number
}

const steps: readonly Step[] = [
  { name: 'asked, and nothing arrived', state: 'asked', hold: ['createEvent', silence()] },
  {
    name: 'asked, and made without an answer',
    state: 'asked',
    hold: ['createEvent', silence({ carriedOut: true })],
  },
  { name: 'made', state: 'made', hold: ['addAttendees', slow(8000)] },
  { name: 'waiting for the room', state: 'waiting', thinks: 8000 },
  { name: 'booked', state: 'booked' },
  { name: 'being removed', state: 'cleaning', hold: ['deleteEvent', slow(8000)], thinks: 600_000 },
]

/** Law 2 of booking, on the packed program. */
test.for(steps)(
  'killed while the booking is $name, it ends booked or gone, and is made once',
  { timeout: 240_000 },
  async ({ state, hold, thinks = 1000 }, { feishu, door, expect }) => {
    await door.configure({ ...feishu.configuration, booking: { who: 'everyone', contact } })
    feishu.world.switches.roomAnswersAfter = [thinks, thinks]
    const panel = await door.open()
    await panel.waitFor({ occupancy: 'free', connection: 'live' })
    // Where the button is, the door has asked what it may.
    await panel.tap('book')
    if (hold !== undefined) feishu.world.fail(...hold)
    await panel.tap('length-15')
    await expect.poll(() => states(door), { timeout: 40_000, interval: 20 }).toEqual([state])
    await panel.kill9()
    feishu.world.heal()

    const next = await door.open()
    const isOver = async () => (await states(door)).every((kind) => kind === 'booked' || kind === 'gone')
    await expect.poll(isOver, { timeout: 90_000 }).toBe(true)
    const booked = (await states(door)).filter((kind) => kind === 'booked').length
    expect(made(feishu).length).toBeLessThanOrEqual(1)
    expect(made(feishu).filter(({ isDeleted }) => !isDeleted)).toHaveLength(booked)
    await next.waitFor({ occupancy: booked === 1 ? 'inUse' : 'free' })
  },
)

const made = ({ world, app }: SmallFeishu) => world.eventsOf(app)
