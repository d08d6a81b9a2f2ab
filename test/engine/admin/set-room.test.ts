import { expect, test } from 'vitest'
import { createSetRoom } from '../../../engine/admin/set-room.ts'
import { createPanelStore } from '../../../engine/panel/panel-store.ts'
import { err, ok } from '../../../shared/result.ts'
import { at } from '../../support/builders.ts'
import { aHubDoor } from '../../support/line/a-hub-door.ts'
import { createMemoryAudit } from '../../support/memory/memory-admin.ts'
import { createMemoryConfiguration, oldRoom } from '../../support/memory/memory-configuration.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const oak = { id: 'omm_11111111111111111111111111111111', name: 'Oak', place: ['North Tower', 'F2'] }

/** A menu with the rooms listed, at a panel that shows Magnolia. */
function aMenu() {
  const panel = createPanelStore()
  const audit = createMemoryAudit()
  const configuration = createMemoryConfiguration()
  const takenUp: string[] = []
  const world = { follows: true, isBroken: false }
  const setRoom = createSetRoom({
    clock: createVirtualClock(at('10:20')),
    panel,
    log: createMemoryLog(),
    audit,
    configuration,
    applyConfiguration: async ({ room }) => {
      if (world.isBroken) throw new Error('A defect')
      takenUp.push(room.id)
      return world.follows
    },
    timeZone: 'UTC',
  })
  panel.apply({ kind: 'roomRead', room: { name: 'Magnolia' }, at: at('10:20') })
  for (const event of [
    { kind: 'knocked' },
    { kind: 'opened' },
    { kind: 'roomsRead', rooms: [oak], current: oldRoom },
  ] as const)
    panel.apply({ kind: 'admin', event })
  const menu = () => {
    const { admin } = panel.current()
    return admin.kind === 'open' ? admin : expect.fail('nobody is let in')
  }
  const setting = () => menu().roomSetting
  const written = () => (configuration.says.ok ? configuration.says.value.room.id : expect.fail('faulty'))
  const steps = () => audit.roomEntries.map(({ outcome }) => outcome?.kind)
  return { panel, audit, configuration, takenUp, world, setRoom, menu, setting, written, steps }
}

const change = { from: 'Magnolia', to: oak }
const refusedFor = (reason: string) => ({ kind: 'settled', ...change, outcome: { kind: 'refused', reason } })

test('the room is tried, written, taken up and said, and both steps are in the audit file', async () => {
  const { setRoom, setting, written, takenUp, audit, configuration, menu } = aMenu()
  const going = setRoom(oak.id)
  expect(setting()).toEqual({ kind: 'setting', ...change })
  await going
  expect(setting()).toEqual({ kind: 'settled', ...change, outcome: { kind: 'done' } })
  expect(configuration.roomsTried).toEqual([oak.id])
  expect(configuration.tried.readings).toBe(1)
  expect(written()).toBe(oak.id)
  expect(takenUp).toEqual([oak.id])
  expect(menu().rooms).toMatchObject({ current: oak.id })
  const entry = { from: oldRoom, to: oak.id, at: at('10:20') }
  expect(audit.roomEntries).toEqual([entry, { ...entry, outcome: { kind: 'done' } }])
})

test('everything else in the configuration stays as IT wrote it last', async () => {
  const { setRoom, configuration } = aMenu()
  const before = configuration.says.ok ? configuration.says.value : expect.fail('faulty')
  configuration.says = { ok: true, value: { ...before, follower: true } }
  await setRoom(oak.id)
  expect(configuration.says).toEqual({ ok: true, value: { ...before, follower: true, room: { id: oak.id } } })
})

test.each(['roomUnknown', 'roomUnreadable', 'unreachable', 'quotaSpent'] as const)(
  'a room whose schedule is %s is not stored',
  async (code) => {
    const { setRoom, setting, written, takenUp, configuration, steps } = aMenu()
    configuration.tried.failing = code
    await setRoom(oak.id)
    expect(setting()).toEqual(refusedFor(code))
    expect(written()).toBe(oldRoom)
    expect(takenUp).toEqual([])
    expect(steps()).toEqual(['refused'])
  },
)

test('a room that can’t be read is not stored, and its schedule is not asked for', async () => {
  const { setRoom, setting, written, configuration } = aMenu()
  configuration.tried.roomFailing = 'roomUnknown'
  await setRoom(oak.id)
  expect(setting()).toEqual(refusedFor('roomUnknown'))
  expect(configuration.tried.readings).toBe(0)
  expect(written()).toBe(oldRoom)
})

test.each(['stage', 'commit'] as const)(
  'a file that the panel may not write, as its %s tells, is named and left as it was',
  async (step) => {
    const { setRoom, setting, written, takenUp, configuration } = aMenu()
    configuration.failing = step
    await setRoom(oak.id)
    expect(setting()).toMatchObject({
      kind: 'settled',
      outcome: { kind: 'refused', reason: 'notWritable', file: '/etc/room-panel/config.json' },
    })
    expect(written()).toBe(oldRoom)
    expect(configuration.isStaged).toBe(false)
    expect(takenUp).toEqual([])
  },
)

test('a change of room that the audit file refuses is not stored', async () => {
  const { setRoom, setting, written, configuration, audit } = aMenu()
  audit.failing = true
  await setRoom(oak.id)
  expect(setting()).toEqual(refusedFor('notAudited'))
  expect(written()).toBe(oldRoom)
  expect(configuration.isStaged).toBe(false)
})

test('with a faulty configuration file no change of room is tried', async () => {
  const { setRoom, setting, configuration } = aMenu()
  configuration.says = err({ kind: 'configurationInvalid', faults: [] })
  await setRoom(oak.id)
  expect(setting()).toEqual(refusedFor('configurationInvalid'))
  expect(configuration.roomsTried).toEqual([])
})

test('a room that is stored and can’t be applied now is announced', async () => {
  const { setRoom, setting, written, world, menu } = aMenu()
  world.follows = false
  await setRoom(oak.id)
  expect(setting()).toEqual({ kind: 'settled', ...change, outcome: { kind: 'stored' } })
  expect(written()).toBe(oak.id)
  expect(menu().rooms).toMatchObject({ current: oldRoom })
})

test('a second change of room during the first has no effect, and an administrator who comes back is shown the first', async () => {
  const { setRoom, setting, panel, configuration } = aMenu()
  const going = setRoom(oak.id)
  for (const kind of ['left', 'knocked', 'opened'] as const) panel.apply({ kind: 'admin', event: { kind } })
  await setRoom('omm_another')
  expect(setting()).toEqual({ kind: 'setting', ...change })
  await going
  expect(configuration.roomsTried).toEqual([oak.id])
})

test('after a defect of ours the administrator gets an answer', async () => {
  const { setRoom, setting, configuration } = aMenu()
  configuration.tried.roomFailing = () => {
    throw new TypeError('a defect')
  }
  await expect(setRoom(oak.id)).rejects.toThrow('a defect')
  expect(setting()).toEqual(refusedFor('unexpected'))
})

test('IT’s changes during the trial of a room are kept', async () => {
  const { setRoom, configuration } = aMenu()
  const before = configuration.says.ok ? configuration.says.value : expect.fail('faulty')
  const { readRoom } = configuration.tried
  Object.assign(configuration.tried, {
    readRoom: async () => {
      configuration.says = ok({ ...before, follower: true })
      return readRoom()
    },
  })
  await setRoom(oak.id)
  expect(configuration.says).toEqual(ok({ ...before, follower: true, room: { id: oak.id } }))
})

test('an id that no configuration may have is refused before anything is tried', async () => {
  const { setRoom, setting, configuration, written } = aMenu()
  await setRoom('somewhere')
  expect(setting()).toMatchObject({ outcome: { kind: 'refused', reason: 'configurationInvalid' } })
  expect(configuration.roomsTried).toEqual([])
  expect(written()).toBe(oldRoom)
})

test('a room that is written and can’t be applied for a defect of ours is stored', async () => {
  const { setRoom, setting, world, written } = aMenu()
  world.isBroken = true
  await setRoom(oak.id)
  expect(setting()).toMatchObject({ outcome: { kind: 'stored' } })
  expect(written()).toBe(oak.id)
})

test('at a door with a hub the room stays, for the hub decides', async () => {
  const { setRoom, setting, configuration, takenUp, steps } = aMenu()
  configuration.says = ok(aHubDoor())
  await setRoom(oak.id)
  expect(setting()).toEqual(refusedFor('hubDecides'))
  expect([configuration.roomsTried, takenUp, steps()]).toEqual([[], [], []])
})
