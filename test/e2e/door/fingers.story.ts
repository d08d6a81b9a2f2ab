import * as v from 'valibot'
import { test } from '../harness/at-the-door.ts'
import type { DrivenPanel } from '../harness/driven-panel.ts'
import { beside, touches } from '../harness/touch/hands.ts'
import { openTouchDisplay } from '../harness/touch/touch-display.ts'
import type { Point } from '../harness/touch/touch-screen.ts'

const placeSchema = v.object({ x: v.number(), y: v.number() })

/** The middle of the button, px of the screen. */
const placeOf = async (panel: DrivenPanel): Promise<Point> =>
  v.parse(
    placeSchema,
    await panel.evaluate(`
      const { x, y, width, height } = document.querySelector('[data-testid="check-in"]').getBoundingClientRect()
      return { x: screenX + x + width / 2, y: screenY + y + height / 2 }`),
  )

const isLit = (panel: DrivenPanel): Promise<unknown> =>
  panel.evaluate(`return document.querySelector('[data-testid="check-in"]').hasAttribute('data-pressed')`)

test('real fingers check in however they touch the button, and not when they slide off it', async ({
  kiosk,
  feishu,
  door,
  onTestFinished,
  expect,
}) => {
  const display = await openTouchDisplay(kiosk.session.user)
  onTestFinished(display.stop)
  await door.configure({ ...feishu.configuration, checkIn: { mode: 'auto', graceMinutes: 10 } })
  const panel = await door.open({ ...kiosk.session, env: { ...kiosk.session.env, ...display.env } })
  /** One after the other in time, and of another organiser: a check-in is for one of them alone. */
  const meeting = async (place: number) => {
    const start = 1 + place / 2
    const rest = { organizer: `Organiser ${place}` }
    const { event, mark } = feishu.book(feishu.at(start), feishu.at(start + 0.5), rest)
    await panel.touchUntil({ occupancy: 'checkInOpen', connection: 'live', booking: mark })
    return { mark, cancel: () => feishu.world.cancel(event) }
  }

  for (const [place, [how, touch]] of touches.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one meeting after the other
    const { mark, cancel } = await meeting(place)
    await touch(display.screen, await placeOf(panel))
    await panel.waitFor({ occupancy: 'inUse', booking: mark }).catch((cause: unknown) => {
      throw new Error(`Nobody is checked in ${how}`, { cause })
    })
    cancel()
    await panel.touchUntil({ occupancy: 'free', connection: 'live' })
  }

  await meeting(touches.length)
  const button = await placeOf(panel)
  await display.screen.down(1, button)
  await expect.poll(() => isLit(panel)).toBe(true)
  await display.screen.move(1, beside(button, 0, -200))
  await expect.poll(() => isLit(panel)).toBe(false)
  await display.screen.up(1, beside(button, 0, -200))
  await panel.touchUntil({ occupancy: 'checkInOpen' })
  expect((await panel.marks()).occupancy).toBe('checkInOpen')
})
