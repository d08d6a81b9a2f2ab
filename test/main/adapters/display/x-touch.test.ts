import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { ordinaryUser } from '../../../../build/session/ordinary-user.mjs'
import { createXDisplay } from '../../../../main/adapters/display/x11/x-display.ts'
import { openTouchDisplay } from '../../../e2e/harness/touch/touch-display.ts'
import { at } from '../../../support/builders.ts'
import { foreignClient } from '../../../support/foreign-client.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

test(
  'a tablet whose touch screen is gone can not be touched, mouse or no mouse',
  { timeout: 60_000 },
  async () => {
    const display = await openTouchDisplay(ordinaryUser())
    onTestFinished(display.stop)
    const name = display.env.DISPLAY
    const other = await foreignClient(name)
    onTestFinished(other.close)
    const window = await other.show({ x: 0, y: 0, width: 1280, height: 801 })
    const parts = { name, window, isBacklightOff: async () => false, log: createMemoryLog() }
    const { obstacle } = createXDisplay({ ...parts, clock: createVirtualClock(at('10:00')) })
    expect(await obstacle()).toBeUndefined()
    await other.enable('fingers', false)
    expect(await obstacle()).toBe('noTouch')
    await other.enable('fingers', true)
    expect(await obstacle()).toBeUndefined()
  },
)

test(
  'beside a second screen a finger lands where it touches the panel’s own, and a new start of the panel finds it so',
  { timeout: 60_000 },
  async () => {
    const display = await openTouchDisplay(ordinaryUser(), { width: 2560, height: 800 })
    onTestFinished(display.stop)
    const env = { ...process.env, ...display.env }
    execFileSync('xrandr', ['--fb', '2560x800'], { env })
    const other = await foreignClient(display.env.DISPLAY)
    onTestFinished(other.close)
    const window = await other.show({ x: 0, y: 0, width: 1280, height: 801 })
    const log = createMemoryLog()
    const parts = { name: display.env.DISPLAY, window, isBacklightOff: async () => false, log }
    /** Where a finger in the middle of the glass is taken for. */
    const taken = async () => {
      const middle = { x: 1280, y: 400 }
      await display.screen.down(1, middle)
      const at = await other.pointer()
      await display.screen.up(1, middle)
      return at
    }
    expect(await taken()).toEqual({ x: 1279, y: 399 })
    await createXDisplay({ ...parts, clock: createVirtualClock(at('10:00')) }).obstacle()
    expect(log.events()).toEqual(['touch.mapped'])
    expect(await taken()).toEqual({ x: 639, y: 399 })
    await createXDisplay({ ...parts, clock: createVirtualClock(at('10:00')) }).obstacle()
    expect(log.events()).toEqual(['touch.mapped'])
  },
)
