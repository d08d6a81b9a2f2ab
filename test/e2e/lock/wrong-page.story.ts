import { test } from '../harness/at-the-door.ts'
import { duringGrace, minute } from '../harness/during-grace.ts'

/** Nothing of the page's own hears of a touch any more; it still says that it has painted its button. */
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
    // Once nobody taps, the room is given back: the touch was all that kept it.
    await expect.poll(() => feishu.world.callsTo('reply'), { timeout: 2 * minute }).toBeGreaterThan(0)
  },
)
