import { expect, test } from 'vitest'
import { createPageKeeper } from '../../../main/window/page-keeper.ts'
import type { ShownPage } from '../../../main/window/page-life.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A page whose process lives on, and that paints once it is loaded; `fails` says whether it throws then. */
function aPage(fails: () => boolean) {
  const [clock, log] = [createVirtualClock(), createMemoryLog()]
  const loads: ShownPage[] = []
  let losses = 0
  const keeper = createPageKeeper({
    page: {
      load: async (shown) => {
        loads.push(shown)
        if (shown === 'door')
          clock.after(200, () => (fails() ? keeper.failed({ told: 'RangeError' }) : keeper.painted()))
      },
      ask: async () => undefined,
      show: () => undefined,
      kill: () => expect.fail('its process is well'),
      onGone: () => undefined,
    },
    clock,
    log,
    onSupportShown: () => undefined,
    giveUp: () => expect.fail('the support page stays'),
  })
  keeper.onLoss(() => (losses += 1))
  keeper.showDoor()
  return { clock, log, keeper, loads, losses: () => losses }
}

test('a door that fails is logged with its error, and is loaded anew; the picture is lost meanwhile', async () => {
  const { clock, log, keeper, loads, losses } = aPage(() => false)
  await clock.advance(seconds(20))
  keeper.failed({ told: 'RangeError: Invalid time value' })
  expect(losses()).toBe(1)
  await clock.advance(seconds(1))
  expect(log.events()).toEqual(['page.failed', 'page.back'])
  expect(log.lines[0]?.facts).toMatchObject({ told: 'RangeError: Invalid time value' })
  expect(loads).toEqual(['door', 'door'])
})

test('a door that fails again and again gives way to the support page', async () => {
  const { clock, log, loads } = aPage(() => true)
  await clock.advance(seconds(29))
  expect(loads).toContain('pageCrashes')
  expect(log.events()).toContain('page.resting')
  expect(loads.filter((shown) => shown === 'door').length).toBeLessThan(6)
})

test('a door’s last words, heard after the support page has taken its place, are no fault of that', async () => {
  const { clock, keeper, loads } = aPage(() => false)
  await clock.advance(seconds(20))
  keeper.showSupport('pageCrashes')
  keeper.failed({ told: 'late' })
  await clock.advance(seconds(5))
  expect(loads).toEqual(['door', 'pageCrashes'])
})

test('however often one door says that it has failed, it is lost once', async () => {
  const { clock, log, keeper, loads } = aPage(() => false)
  await clock.advance(seconds(20))
  for (let times = 0; times < 100; times++) keeper.failed({ told: 'again' })
  expect(log.events()).toEqual(['page.failed'])
  expect(loads.length).toBeLessThanOrEqual(2)
})
