import { expect, test } from 'vitest'
import { seconds } from '../shared/domain/time.ts'
import { aConfiguration, aDoor } from './support/a-door.ts'
import { aDoorWithPage } from './support/a-door-with-page.ts'
import { ghost } from './support/a-ghost.ts'
import { aBooking, at } from './support/builders.ts'
import { aReport, createMemoryAdmin } from './support/memory-admin.ts'
import { err } from '../shared/result.ts'

const review = aBooking('10:00', '11:00')
const decline = { bookingId: review.id, verdict: 'decline' } as const

async function atAnOpenMenu() {
  const door = await aDoor('10:20', { bookings: [review], configuration: aConfiguration() })
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

test('every request of an administrator is refused by name without a session, and does nothing', async () => {
  const { panel, calendar, admin, log } = await aDoor('10:20', { bookings: [review] })
  expect(await panel.admin.giveVerdict(decline)).toBe('noSession')
  expect(await panel.admin.diagnose()).toBe('noSession')
  expect(await panel.admin.leaveKiosk()).toBe('noSession')
  expect(calendar.replies).toEqual([])
  expect(admin.audit.entries).toEqual([])
  expect(admin.timesLeft()).toBe(0)
  expect(log.lines.filter(({ event }) => event === 'admin.refused')).toHaveLength(3)
})

test('a page that only shows the keys has no session', async () => {
  const { panel, clock } = await aDoor('10:20', { bookings: [review] })
  void panel.admin.openAdmin()
  await clock.advance(0)
  await panel.admin.enterPin({ pin: '1111' })
  expect(await panel.admin.giveVerdict(decline)).toBe('noSession')
})

test('a session carries a verdict out, and everybody sees what came of it', async () => {
  const { requests, calendar, clock, shown, shownAdmin } = await atAnOpenMenu()
  const judging = requests.giveVerdict(decline)
  await clock.advance(seconds(1))
  expect(await judging).toBe('heard')
  expect(calendar.verdicts).toEqual(['decline'])
  expect(shownAdmin()).toMatchObject({
    kind: 'open',
    judging: { kind: 'settled', outcome: { kind: 'done' } },
  })
  expect(shown.at(-1)?.bookings).toEqual([])
})

test('it looks for faults, and says while it looks that it does', async () => {
  const { requests, shown } = await atAnOpenMenu()
  expect(await requests.diagnose()).toBe('heard')
  const diagnoses = shown.flatMap(({ admin }) => (admin.kind === 'open' ? [admin.diagnosis] : []))
  expect(diagnoses).toContainEqual({ kind: 'running' })
  expect(diagnoses.at(-1)).toEqual({ kind: 'done', ...aReport })
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
    if (what === 'leaving') requests.leaveAdmin()
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
  panel.admin.leaveAdmin()
  await until('10:15')
  expect(calendar.verdicts).toEqual(['accept', 'release'])
})

test('nothing is released while the menu covers the door, nor before a whole grace after it', async () => {
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
  panel.admin.leaveAdmin()
  await until('10:21:50')
  expect(calendar.replies).toEqual([])
  await until('10:22:30')
  expect(calendar.verdicts).toEqual(['release'])
})
