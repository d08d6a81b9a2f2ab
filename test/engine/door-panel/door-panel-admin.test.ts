import { expect, test } from 'vitest'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration, aDoor, type DoorOptions } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aBooking, at } from '../../support/builders.ts'
import { aReport, createMemoryAdmin } from '../../support/memory/memory-admin.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { actionOf } from '../../../shared/action/action.ts'

const review = aBooking('10:00', '11:00')
const decline = { bookingId: review.id, verdict: 'decline' } as const

async function atAnOpenMenu(over: DoorOptions = {}) {
  const door = await aDoor('10:20', { bookings: [review], configuration: aConfiguration(), ...over })
  const { panel, clock, shown } = door
  const { admin } = panel
  const letIn = async () => {
    void admin.openAdmin()
    await clock.advance(0)
    await admin.enterPin({ pin: '2468' })
  }
  await letIn()
  return { ...door, requests: admin, letIn, shownAdmin: () => shown.at(-1)?.admin }
}

test('every request of an administrator is refused by name without a session, and has no effect', async () => {
  const { panel, calendar, admin, log } = await aDoor('10:20', { bookings: [review] })
  expect(await panel.admin.giveVerdict(decline)).toBe('noSession')
  expect(await panel.admin.diagnose()).toBe('noSession')
  expect(await panel.admin.listRooms()).toBe('noSession')
  expect(await panel.admin.setRoom({ roomId: 'omm_1' })).toBe('noSession')
  expect(await panel.admin.leaveKiosk()).toBe('noSession')
  expect(calendar.replies).toEqual([])
  expect(admin.audit.entries).toEqual([])
  expect(admin.timesLeft()).toBe(0)
  expect(log.lines.filter(({ event }) => event === 'admin.refused')).toHaveLength(5)
})

test('a page that only shows the keys has no session', async () => {
  const { panel, clock } = await aDoor('10:20', { bookings: [review] })
  void panel.admin.openAdmin()
  await clock.advance(0)
  await panel.admin.enterPin({ pin: '1111' })
  expect(await panel.admin.giveVerdict(decline)).toBe('noSession')
})

test('a session carries a verdict out, and the door shows its outcome', async () => {
  const { requests, calendar, clock, shown, shownAdmin } = await atAnOpenMenu()
  const judging = requests.giveVerdict(decline)
  await clock.advance(seconds(1))
  expect(await judging).toBe('heard')
  expect(calendar.verdicts).toEqual(['decline'])
  expect(shownAdmin()?.kind).toBe('open')
  expect(actionOf(shown.at(-1)?.actions ?? [], 'verdict')).toMatchObject({
    stage: 'settled',
    outcome: { kind: 'done' },
  })
  expect(shown.at(-1)?.bookings).toEqual([])
})

test('the menu diagnoses the panel, and says so meanwhile', async () => {
  const { requests, shown } = await atAnOpenMenu()
  expect(await requests.diagnose()).toBe('heard')
  const diagnoses = shown.flatMap(({ admin }) => (admin.kind === 'open' ? [admin.diagnosis] : []))
  expect(diagnoses).toContainEqual({ kind: 'running' })
  expect(diagnoses.at(-1)).toEqual({ kind: 'done', ...aReport })
})

test('a look for faults that breaks off says so, and can be tried again', async () => {
  const admin = createMemoryAdmin()
  let isBroken = true
  const diagnose = async () => (isBroken ? Promise.reject(new TypeError('a defect')) : aReport)
  const { requests, shownAdmin } = await atAnOpenMenu({ admin: { ...admin, diagnose } })
  await expect(requests.diagnose()).rejects.toThrow('a defect')
  expect(shownAdmin()).toMatchObject({ diagnosis: { kind: 'failed' } })
  isBroken = false
  await requests.diagnose()
  expect(shownAdmin()).toMatchObject({ diagnosis: { kind: 'done' } })
})

test('another room is shown at once, while the administrator is still in, and told of', async () => {
  const oak = { id: 'omm_11111111111111111111111111111111', name: 'Oak', place: [] }
  const admin = createMemoryAdmin()
  const [old, young] = [createMemoryCalendar(review), admin.configuration.tried]
  old.rooms = [oak]
  young.room = { name: 'Oak' }
  const { requests, shown, shownAdmin, clock, log } = await atAnOpenMenu({
    admin,
    setUp: async () => {
      const configuration = admin.configuration.says
      if (!configuration.ok) return configuration
      const calendar = configuration.value.room.id === oak.id ? young : old
      return ok({ configuration: configuration.value, calendar })
    },
  })
  expect(await requests.listRooms()).toBe('heard')
  expect(shownAdmin()).toMatchObject({ rooms: { kind: 'read', rooms: [oak] } })
  expect(await requests.setRoom({ roomId: oak.id })).toBe('heard')
  await clock.advance(seconds(1))
  expect(shownAdmin()).toMatchObject({
    kind: 'open',
    rooms: { current: oak.id },
    roomSetting: { kind: 'settled', outcome: { kind: 'done' } },
  })
  expect(shown.at(-1)).toMatchObject({ room: { name: 'Oak' }, bookings: [], occupancy: { kind: 'free' } })
  expect(admin.audit.roomEntries.map(({ outcome }) => outcome?.kind)).toEqual([undefined, 'done'])
  expect(log.events()).toContain('configuration.taken')
})

test('a look at the file while a room is being set does not set the panel up twice', async () => {
  const admin = createMemoryAdmin()
  const calendar = createMemoryCalendar(review)
  const clock = createVirtualClock(at('10:20'))
  let look = async (): Promise<void> => undefined
  const { requests, log } = await atAnOpenMenu({
    admin,
    clock,
    setUp: async (standing) => {
      // The keyring takes its time.
      if (standing === 'working') await new Promise<void>((resolve) => clock.after(seconds(2), resolve))
      const { says } = admin.configuration
      return says.ok ? ok({ configuration: says.value, calendar }) : says
    },
    followConfiguration: (take) => {
      look = async () => take(admin.configuration.says)
      return () => undefined
    },
  })
  const setting = requests.setRoom({ roomId: 'omm_11111111111111111111111111111111' })
  await clock.advance(seconds(1))
  const looking = look()
  await clock.advance(seconds(4))
  await Promise.all([setting, looking])
  expect(log.events().filter((event) => event === 'panel.begun')).toHaveLength(2)
})

test('a room that can’t be read leaves the door as it is', async () => {
  const admin = createMemoryAdmin()
  admin.configuration.tried.failing = 'roomUnreadable'
  const { requests, shown, shownAdmin } = await atAnOpenMenu({ admin })
  await requests.setRoom({ roomId: 'omm_11111111111111111111111111111111' })
  expect(shownAdmin()).toMatchObject({
    roomSetting: { outcome: { kind: 'refused', reason: 'roomUnreadable' } },
  })
  expect(shown.at(-1)).toMatchObject({ room: { name: 'Magnolia' }, occupancy: { kind: 'inUse' } })
})

test('the kiosk can be left', async () => {
  const { requests, admin } = await atAnOpenMenu()
  expect(await requests.leaveKiosk()).toBe('heard')
  expect(admin.timesLeft()).toBe(1)
})

test('touches keep the session, and a minute without one ends it', async () => {
  const { panel, clock, requests, shownAdmin } = await atAnOpenMenu()
  await clock.advance(seconds(50))
  await panel.touch()
  await clock.advance(seconds(50))
  expect(await requests.diagnose()).toBe('heard')
  await clock.advance(seconds(60))
  expect(shownAdmin()).toEqual({ kind: 'none' })
  expect(await requests.diagnose()).toBe('noSession')
})

test.each(['leaving', 'a lost page or a sleep', 'the end of the program'])(
  '%s ends the session',
  async (what) => {
    const { panel, requests } = await atAnOpenMenu()
    if (what === 'leaving') void requests.leaveAdmin()
    else if (what === 'the end of the program') panel.stop()
    else panel.interrupt()
    expect(await requests.giveVerdict(decline)).toBe('noSession')
  },
)

test('a panel that is not set up lets an administrator in, too', async () => {
  const { panel, clock, shown } = await aDoor('10:20', {
    setUp: async () => err({ kind: 'keyringUnavailable' }),
    admin: createMemoryAdmin(),
  })
  void panel.admin.openAdmin()
  await clock.advance(0)
  expect(shown.at(-1)?.admin).toEqual({ kind: 'asked', pad: { kind: 'ready', wasWrong: false } })
  await panel.admin.enterPin({ pin: '2468' })
  expect(shown.at(-1)).toMatchObject({ admin: { kind: 'open' }, occupancy: { kind: 'notSetUp' } })
  expect(await panel.admin.giveVerdict(decline)).toBe('heard')
})

test('an accepted booking still wants its check-in, and is released without it', async () => {
  const door = await aDoorWithPage('09:50')
  const { panel, clock, calendar, until } = door
  void panel.admin.openAdmin()
  await clock.advance(0)
  await panel.admin.enterPin({ pin: '2468' })
  const judging = panel.admin.giveVerdict({ bookingId: ghost.id, verdict: 'accept' })
  await clock.advance(seconds(1))
  await judging
  void panel.admin.leaveAdmin()
  await until('10:15')
  expect(calendar.verdicts).toEqual(['accept', 'release'])
})

test('a booking whose button the menu covered is kept for good', async () => {
  const door = await aDoorWithPage('09:50')
  const { panel, clock, calendar, until } = door
  await until('10:05')
  void panel.admin.openAdmin()
  await clock.advance(0)
  await panel.admin.enterPin({ pin: '2468' })
  while (clock.now() < at('10:12')) {
    // oxlint-disable-next-line no-await-in-loop -- somebody keeps touching the screen
    await clock.advance(seconds(30))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await panel.touch()
  }
  void panel.admin.leaveAdmin()
  await until('10:59')
  expect(calendar.replies).toEqual([])
})
