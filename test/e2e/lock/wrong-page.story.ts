import { test } from '../harness/at-the-door.ts'
import { duringGrace, minute } from '../harness/during-grace.ts'

/** The page's code no longer reacts to touches, but still reports that it has painted its button. */
const swallowTouches = `
  for (const kind of ['pointerdown', 'pointerup', 'touchstart', 'touchend', 'mousedown', 'mouseup', 'click'])
    window.addEventListener(kind, (event) => event.stopImmediatePropagation(), { capture: true })`

test(
  'people who tap on a page that hears nothing keep the room for another grace',
  { timeout: 5 * minute },
  async ({ feishu, door, expect }) => {
    const { panel, meeting } = await duringGrace(feishu, door)
    await panel.evaluate(swallowTouches)
    await expect.poll(feishu.world.now, { timeout: minute }).toBeGreaterThan(meeting.start + 0.6 * minute)
    await panel.tap('check-in')
    await expect.poll(feishu.world.now, { timeout: 2 * minute }).toBeGreaterThan(meeting.start + 1.4 * minute)
    expect(feishu.world.callsTo('reply')).toBe(0)
    expect(door.log().filter(({ event }) => event === 'check-in.settled')).toEqual([])
    // Without more taps the room is given back: only the touch kept it.
    await expect.poll(() => feishu.world.callsTo('reply'), { timeout: 2 * minute }).toBeGreaterThan(0)
  },
)
