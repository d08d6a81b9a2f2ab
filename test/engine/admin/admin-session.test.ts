import { expect, test } from 'vitest'
import { createAdminSession } from '../../../engine/admin/admin-session.ts'
import { createPinLockOut } from '../../../engine/admin/pin-lock-out.ts'
import { createPanelStore } from '../../../engine/panel/panel-store.ts'
import { freshMenu } from '../../../shared/admin/admin.ts'
import { hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { createMemoryAudit, createMemoryPin, createMemoryTries } from '../../support/memory/memory-admin.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A tablet whose program can be started anew; the PIN is 2468. */
function aTablet() {
  const clock = createVirtualClock()
  const pin = createMemoryPin()
  const tries = createMemoryTries()
  const log = createMemoryLog()
  const audit = createMemoryAudit()
  const start = () => {
    const panel = createPanelStore()
    const lockOut = createPinLockOut({ clock, log, pin, tries, audit })
    const session = createAdminSession({ clock, panel, log, lockOut })
    const admin = () => panel.current().admin
    const pad = () => {
      const now = admin()
      return now.kind === 'asked' ? now.pad : now.kind
    }
    const requestPin = async () => {
      void session.requestPin()
      await clock.advance(0)
    }
    const enter = async (digits: string) => {
      await session.enterPin(digits)
      await clock.advance(0)
    }
    return { session, admin, pad, requestPin, enter }
  }
  return { clock, pin, tries, log, audit, start }
}

async function atTheKeys() {
  const tablet = aTablet()
  const program = tablet.start()
  await program.requestPin()
  return { ...tablet, ...program }
}

/** Wrong PINs, each as soon as it may be tried; gives how long each then had to wait. */
async function wrongTimes(
  count: number,
  { clock, enter, pad, requestPin }: Awaited<ReturnType<typeof atTheKeys>>,
) {
  const waits: number[] = []
  for (let tries = 0; tries < count; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    await enter('0000')
    const now = pad()
    const wait = typeof now === 'object' && now.kind === 'lockedOut' ? now.until - clock.now() : 0
    waits.push(wait)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(wait)
    // oxlint-disable-next-line no-await-in-loop -- the pad is put away after a minute without a touch
    await requestPin()
  }
  return waits
}

test('only the right PIN opens the menu', async () => {
  const { enter, pad, session, admin } = await atTheKeys()
  expect(pad()).toEqual({ kind: 'ready', wasWrong: false })
  await enter('8642')
  expect(pad()).toEqual({ kind: 'ready', wasWrong: true })
  expect(session.isOpen()).toBe(false)
  await enter('2468')
  expect(session.isOpen()).toBe(true)
  expect(admin()).toEqual(freshMenu)
})

test('ten wrong PINs: the waits grow, the right PIN works after them and clears them', async () => {
  const door = await atTheKeys()
  const waits = await wrongTimes(10, door)
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960].map(seconds))
  await door.enter('2468')
  expect(door.session.isOpen()).toBe(true)
  expect(door.tries.kept).toBe(0)
})

test('while it is locked no PIN is looked at, not even the right one', async () => {
  const door = await atTheKeys()
  await wrongTimes(4, door)
  await door.enter('0000')
  await door.enter('2468')
  expect(door.session.isOpen()).toBe(false)
  expect(door.tries.kept).toBe(5)
})

test('a restart begins the wait anew, and the right PIN works after it', async () => {
  const tablet = aTablet()
  tablet.tries.kept = 10
  const { requestPin, pad, enter, session } = tablet.start()
  await tablet.clock.advance(minutes(1))
  await requestPin()
  expect(pad()).toEqual({ kind: 'lockedOut', until: plus(tablet.clock.now(), minutes(15)) })
  await tablet.clock.advance(minutes(15))
  await requestPin()
  await enter('2468')
  expect(session.isOpen()).toBe(true)
})

test('setting the tablet’s clock opens no session; the shown time follows the clock', async () => {
  const tablet = aTablet()
  tablet.tries.kept = 8
  const { requestPin, pad, enter, session } = tablet.start()
  await requestPin()
  tablet.clock.leap(hours(10))
  await tablet.clock.advance(0)
  expect(pad()).toEqual({ kind: 'lockedOut', until: plus(tablet.clock.now(), minutes(4)) })
  await enter('2468')
  expect(session.isOpen()).toBe(false)
})

test('a spoilt count is the first wait, and is said to IT', async () => {
  const tablet = aTablet()
  tablet.tries.kept = 'spoilt'
  const { requestPin, pad } = tablet.start()
  await requestPin()
  expect(pad()).toMatchObject({ kind: 'lockedOut', until: plus(tablet.clock.now(), seconds(30)) })
  expect(tablet.log.events()).toContain('admin.tries-set-aside')
})

test('a try is on disk before it is compared', async () => {
  const { pin, tries, enter } = await atTheKeys()
  let keptWhenCompared = -1
  Object.assign(pin, {
    read: async () => ({
      ok: true,
      value: async () => {
        keptWhenCompared = Number(tries.kept)
        return false
      },
    }),
  })
  await enter('0000')
  expect(keptWhenCompared).toBe(1)
})

test('a disk that does not count takes no PIN, before and after the first try', async () => {
  const { tries, pad, enter, session } = await atTheKeys()
  tries.failing = true
  await enter('2468')
  expect(pad()).toEqual({ kind: 'closed', reason: 'triesNotKept' })
  expect(session.isOpen()).toBe(false)
  const unread = aTablet()
  unread.tries.failing = true
  const { requestPin, pad: otherPad } = unread.start()
  await requestPin()
  expect(otherPad()).toEqual({ kind: 'closed', reason: 'triesNotKept' })
  unread.tries.failing = false
  await requestPin()
  expect(otherPad()).toEqual({ kind: 'ready', wasWrong: false })
})

test.each([
  ['missing', 'pinMissing'],
  ['locked', 'keyringLocked'],
  ['timedOut', 'keyringTimedOut'],
  ['unavailable', 'keyringUnavailable'],
  ['unreadable', 'pinUnreadable'],
] as const)('a PIN that is %s is said as %s, and costs no try', async (failing, reason) => {
  const { pin, requestPin, enter, pad, tries } = await atTheKeys()
  pin.failing = failing
  await enter('2468')
  expect(pad()).toEqual({ kind: 'closed', reason })
  await requestPin()
  expect(pad()).toEqual({ kind: 'closed', reason })
  expect(tries.written).toEqual([])
})

test('a keyring that did not answer in time is asked again by itself, as long as a person waits', async () => {
  const { clock, pin, requestPin, enter, pad, session, admin } = await atTheKeys()
  pin.failing = 'timedOut'
  await enter('2468')
  await clock.advance(seconds(10))
  expect(pad()).toEqual({ kind: 'closed', reason: 'keyringTimedOut' })
  pin.failing = undefined
  await clock.advance(seconds(2))
  expect(pad()).toEqual({ kind: 'ready', wasWrong: false })

  pin.failing = 'timedOut'
  await requestPin()
  session.leave()
  await clock.advance(seconds(10))
  expect(admin().kind).toBe('none')
})

test.each(['the keys', 'the menu'])(
  '%s go away after a minute without a touch, and not sooner',
  async (what) => {
    const { clock, session, enter, admin } = await atTheKeys()
    if (what === 'the menu') await enter('2468')
    await clock.advance(seconds(59))
    session.touch()
    await clock.advance(seconds(59))
    expect(admin().kind).not.toBe('none')
    await clock.advance(seconds(1))
    expect(admin()).toEqual({ kind: 'none' })
    expect(session.isOpen()).toBe(false)
  },
)

test('a person who leaves during the check of their PIN is not let in, nor is the next person', async () => {
  const { session, requestPin, pad, clock } = await atTheKeys()
  const entering = session.enterPin('2468')
  session.leave()
  void session.requestPin()
  await entering
  await clock.advance(0)
  expect(pad()).toEqual({ kind: 'ready', wasWrong: false })
  session.leave()
  await requestPin()
  expect(session.isOpen()).toBe(false)
})

test('a PIN without a request for the menu is not checked', async () => {
  const { start, tries, log } = aTablet()
  const { enter, session } = start()
  await enter('2468')
  expect(session.isOpen()).toBe(false)
  expect(tries.written).toEqual([])
  expect(log.events()).toEqual(['admin.pin-not-asked-for'])
})

test('no PIN is in the log', async () => {
  const door = await atTheKeys()
  await door.enter('13579')
  await door.enter('2468')
  expect(JSON.stringify(door.log.lines)).not.toMatch(/13579|2468/)
})

test('each PIN that was compared is in the audit, without its digits; one that had to wait was not compared', async () => {
  const { clock, audit, enter } = await atTheKeys()
  const wrongTries = 5
  for (let tries = 0; tries < wrongTries; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    await enter('0000')
  }
  await enter('2468')
  await clock.advance(seconds(30))
  await enter('2468')
  const entered = audit.doorEntries.map((entry) => entry.kind === 'pin' && (entry.isRight || entry.inARow))
  expect(entered).toEqual([1, 2, 3, 4, 5, true])
  expect(Object.keys(audit.doorEntries[0] ?? {}).toSorted()).toEqual(['at', 'inARow', 'isRight', 'kind'])
})
