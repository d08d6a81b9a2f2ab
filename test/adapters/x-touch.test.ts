import { expect, onTestFinished, test } from 'vitest'
import { ordinaryUser } from '../../build/session/ordinary-user.mjs'
import { createXDisplay } from '../../main/adapters/x11/x-display.ts'
import { openTouchDisplay } from '../e2e/touch/touch-display.ts'
import { at } from '../support/builders.ts'
import { foreignClient } from '../support/foreign-client.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

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
