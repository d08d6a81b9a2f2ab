import { expect, test } from 'vitest'
import type { Facts } from '../../../engine/ports.ts'
import { createPageKeeper } from '../../../main/window/page-keeper.ts'
import type { KeptPage, ShownPage } from '../../../main/window/page-life.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A page whose process lives, hangs or dies as the test says, and that paints once it is loaded. */
function aKeptPage() {
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const told = { losses: 0, supportShown: 0, gaveUp: 0, well: 0 }
  const process = { hangs: false, dies: [] as ShownPage[], paints: true, isThere: true, loads: true }
  const loads: { readonly shown: ShownPage; readonly at: number }[] = []
  const windowShownAt: number[] = []
  let kills = 0
  const unheard: (() => void)[] = []
  let gone: (facts: Facts) => void = () => {}
  const die = (): void => gone({ reason: 'killed', exitCode: 9 })

  const page: KeptPage = {
    load: async (shown) => {
      loads.push({ shown, at: clock.elapsed() })
      if (!process.loads) throw new Error('ERR_FAILED')
      process.hangs = false
      if (process.dies.includes(shown)) clock.after(100, die)
      else if (shown === 'door' && process.paints) clock.after(200, () => keeper.painted())
    },
    ask: () => new Promise<void>((hear) => (process.hangs ? unheard.push(hear) : hear())),
    show: () => windowShownAt.push(clock.elapsed()),
    kill: () => {
      kills += 1
      if (process.isThere) clock.after(10, die)
    },
    onGone: (run) => (gone = run),
  }
  const keeper = createPageKeeper({
    page,
    clock,
    log,
    onSupportShown: () => (told.supportShown += 1),
    giveUp: () => (told.gaveUp += 1),
  })
  keeper.onLoss(() => (told.losses += 1))
  keeper.onWell(() => (told.well += 1))
  return {
    clock,
    log,
    keeper,
    told,
    process,
    die,
    /** It goes on, and hears what it was asked meanwhile. */
    wake: () => {
      process.hangs = false
      for (const hear of unheard.splice(0)) hear()
    },
    loads,
    kills: () => kills,
    windowShownAt,
    shown: () => loads.map(({ shown }) => shown),
    /** How long the door was lost, each time that it came back. */
    back: () => log.lines.filter(({ event }) => event === 'page.back').map(({ facts }) => facts['after']),
  }
}

/** The door is there, and has been for a while. */
async function aGoodDoor() {
  const door = aKeptPage()
  door.keeper.showDoor()
  await door.clock.advance(minutes(1))
  return door
}

test('a door that lives is loaded once, and told of when it has been well for some seconds', async () => {
  const { clock, keeper, told, shown, windowShownAt } = aKeptPage()
  keeper.showDoor()
  await clock.advance(seconds(8))
  expect(windowShownAt).toEqual([200])
  expect(told.well).toBe(0)
  await clock.advance(minutes(30))
  expect(told).toEqual({ losses: 0, supportShown: 0, gaveUp: 0, well: 1 })
  expect(shown()).toEqual(['door'])
})

test('a door that dies is back at once', async () => {
  const { clock, told, die, back } = await aGoodDoor()
  die()
  await clock.advance(seconds(1))
  expect(told.losses).toBe(1)
  expect(back()).toEqual([200])
})

test('a door that hangs is killed, and back within three seconds whenever it began to hang', async () => {
  for (let at = 0; at < 500; at += 50) {
    // oxlint-disable-next-line no-await-in-loop -- one door after the other
    const { clock, log, process, back, told } = await aGoodDoor()
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(at)
    const since = clock.elapsed()
    process.hangs = true
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(seconds(3))
    expect(log.events()).toEqual(['page.hung', 'page.gone', 'page.back'])
    expect(back()).toEqual([200])
    expect(told.losses).toBe(1)
    expect(clock.elapsed() - since).toBe(seconds(3))
  }
})

test('a door that is only slow is left alone', async () => {
  const { clock, process, wake, kills } = await aGoodDoor()
  for (let hang = 0; hang < 20; hang += 1) {
    process.hangs = true
    // oxlint-disable-next-line no-await-in-loop -- this waits
    await clock.advance(seconds(1.4))
    wake()
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(seconds(5))
  }
  expect(kills()).toBe(0)
})

test('a door that was slow from its beginning gets more time each time', async () => {
  const { clock, keeper, process, kills } = aKeptPage()
  keeper.showDoor()
  const livesFor: number[] = []
  for (let life = 0; life < 3; life += 1) {
    // oxlint-disable-next-line no-await-in-loop -- this waits
    await clock.advance(seconds(3.5))
    process.hangs = true
    const [before, since] = [kills(), clock.elapsed()]
    // oxlint-disable-next-line no-await-in-loop -- the same
    while (kills() === before) await clock.advance(seconds(0.1))
    livesFor.push(Math.round((clock.elapsed() - since) / 1000))
  }
  expect(livesFor).toEqual([2, 2, 3])
})

test('a door that does not paint is loaded again after half a minute', async () => {
  const { clock, keeper, log, process, loads } = aKeptPage()
  process.paints = false
  keeper.showDoor()
  await clock.advance(seconds(31))
  expect(log.events()).toEqual(['page.silent', 'page.gone'])
  expect(loads.map(({ at }) => Math.round(at / 1000))).toEqual([0, 30])
})

test('a page without a process, or without a file, is tried again', async () => {
  const silent = aKeptPage()
  silent.process.paints = false
  silent.process.isThere = false
  silent.keeper.showDoor()
  await silent.clock.advance(seconds(32))
  expect(silent.log.events()).toEqual(['page.silent', 'page.not-ended'])
  expect(silent.shown()).toEqual(['door', 'door'])

  const missing = aKeptPage()
  missing.process.loads = false
  missing.keeper.showDoor()
  await missing.clock.advance(seconds(0.5))
  expect(missing.shown()).toEqual(['door', 'door'])
})

test('a door that dies again and again gives way to the support page, and is tried ever more seldom', async () => {
  const { clock, keeper, process, loads, told, log } = aKeptPage()
  process.dies = ['door']
  keeper.showDoor()
  await clock.advance(minutes(30))
  const times = loads.map(({ shown, at }) => [shown, Math.round(at / 1000)])
  expect(times.slice(0, 9)).toEqual([
    ['door', 0],
    ['door', 0],
    ['door', 1],
    ['door', 3],
    ['pageCrashes', 3],
    ['door', 33],
    ['pageCrashes', 34],
    ['door', 94],
    ['pageCrashes', 94],
  ])
  expect(loads.length).toBeLessThan(25)
  expect(keeper.shown()).toBe('pageCrashes')
  expect(told.gaveUp).toBe(0)
  // The supervisor is told all the while that the panel lives.
  expect(told.supportShown).toBeGreaterThan(minutes(25) / seconds(0.5))
  expect(log.events()).toContain('page.resting')
})

test('a door under the support page heals by itself, and its deaths are then forgotten', async () => {
  const { clock, keeper, process, shown, die, back } = aKeptPage()
  process.dies = ['door']
  keeper.showDoor()
  await clock.advance(seconds(20))
  process.dies = []
  await clock.advance(minutes(1))
  expect(shown().at(-1)).toBe('door')
  const loaded = shown().length
  die()
  await clock.advance(seconds(1))
  expect(shown()).toHaveLength(loaded + 1)
  expect(back().at(-1)).toBe(200)
})

test('when the support page dies, too, only another start of the program may help', async () => {
  const { clock, keeper, process, told } = aKeptPage()
  process.dies = ['door', 'pageCrashes']
  keeper.showDoor()
  await clock.advance(seconds(10))
  expect(told.gaveUp).toBe(1)
})

test('a program that has to rest shows the support page until the door is wanted', async () => {
  const { clock, keeper, shown, told, windowShownAt } = aKeptPage()
  keeper.showSupport('programCrashes')
  await clock.advance(minutes(1))
  expect(windowShownAt).toEqual([0])
  expect(told.supportShown).toBeGreaterThan(100)
  keeper.showDoor()
  const before = told.supportShown
  await clock.advance(minutes(1))
  expect(shown()).toEqual(['programCrashes', 'door'])
  expect(told.supportShown).toBe(before)
})

test('a renewed door does not count as a death, but people could not touch it meanwhile', async () => {
  const { clock, keeper, shown, told, log } = await aGoodDoor()
  expect(keeper.age()).toBe(minutes(1))
  for (let night = 0; night < 40; night += 1) {
    keeper.renew()
    // oxlint-disable-next-line no-await-in-loop -- this waits
    await clock.advance(seconds(1))
  }
  expect(shown()).toHaveLength(41)
  expect(told.losses).toBe(40)
  expect(log.events()).not.toContain('page.gone')
  expect(keeper.age()).toBeLessThan(seconds(1))
})

test('twenty kills in a row of a door that was well each time are twenty quick returns', async () => {
  const { clock, die, back } = await aGoodDoor()
  for (let kill = 0; kill < 20; kill += 1) {
    die()
    // oxlint-disable-next-line no-await-in-loop -- this waits
    await clock.advance(seconds(10))
  }
  expect(back()).toEqual(Array.from({ length: 20 }, () => 200))
})
