import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { letGo, listDoors, tellCode } from '../../../hub/cli/commands.ts'
import { problemText } from '../../../hub/cli/problem-text.ts'
import { enrol } from '../../../hub/enrolment/enrolment.ts'
import { createMemoryBrokerAdmin } from '../../support/memory/hub/memory-broker-admin.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

function aDesk(asJson = false) {
  const store = createMemoryHubStore(createVirtualClock())
  const broker = createMemoryBrokerAdmin()
  const said: string[] = []
  const { doors, audit } = store
  const say = (line: string): void => void said.push(line)
  const parts = {
    doors,
    audit,
    broker,
    random: randomBytes,
    by: 'lin',
    say,
    asJson,
    rooms: undefined,
    fingerprint: undefined,
  }
  /** What the last command said. */
  const lines = () => said.splice(0)
  const aDoor = async (room: string): Promise<string> => {
    await tellCode(parts, room)
    const enrolled = await enrol(parts, lines().join('').slice(0, 19))
    return enrolled.ok ? enrolled.value.door : expect.fail('The code is new')
  }
  return { store, broker, parts, lines, aDoor }
}

test('a code is told once, and can be used', async () => {
  const { parts, lines } = aDesk()
  expect(await tellCode({ ...parts, rooms: ['room-1'] }, 'room-1')).toBe(0)
  const [line = '', ...more] = lines()
  expect([line.slice(20), more]).toEqual(['makes one tablet a door of room-1, within 7 days', []])
  expect(await enrol(parts, line.slice(0, 19))).toMatchObject({ ok: true, value: { room: 'room-1' } })
})

test('a program gets the code as JSON', async () => {
  const { parts, lines } = aDesk(true)
  await tellCode(parts, 'room-1')
  const told = lines().join('')
  expect(told).toMatch(/"code":"(\w{4}-){3}\w{4}"/)
  expect(JSON.parse(told)).toMatchObject({ room: 'room-1', validDays: 7 })
})

test('a code comes with the fingerprint of the company’s own authority', async () => {
  const { parts, lines } = aDesk()
  await tellCode({ ...parts, fingerprint: 'AB:CD' }, 'room-1')
  expect(lines()[1]).toBe('the broker’s authority is SHA-256 AB:CD')
  await tellCode({ ...parts, fingerprint: 'AB:CD', asJson: true }, 'room-1')
  expect(JSON.parse(lines().join(''))).toMatchObject({ caFingerprint: 'AB:CD' })
})

test('a room that has no doors by the configuration gets no code', async () => {
  const { store, parts, lines } = aDesk()
  expect(await tellCode({ ...parts, rooms: ['room-1'] }, 'room-2')).toBe(1)
  expect(lines()).toEqual(['the configuration’s rooms have no room-2'])
  expect(await store.audit.latest(9)).toEqual({ ok: true, value: [] })
})

test('all doors are listed, and what they are to the hub', async () => {
  const { store, parts, lines, aDoor } = aDesk()
  expect([await listDoors(parts), lines()]).toEqual([0, ['there are no doors']])
  const [heard, unheard, old] = [await aDoor('room-1'), await aDoor('room-2'), await aDoor('room-3')]
  await store.doors.noteSession(heard, 'session')
  expect([await letGo(parts, old), lines()]).toEqual([
    0,
    [`${old} is unassigned, and has no account any more`],
  ])
  expect([await listDoors(parts), lines()]).toEqual([
    0,
    [`${heard}  room-1  assigned`, `${unheard}  room-2  never heard`, `${old}  room-3  unassigned`],
  ])
  await listDoors({ ...parts, asJson: true })
  expect(JSON.parse(lines().join(''))).toEqual([
    { door: heard, room: 'room-1', isAssigned: true, wasHeard: true },
    { door: unheard, room: 'room-2', isAssigned: true, wasHeard: false },
    { door: old, room: 'room-3', isAssigned: false, wasHeard: false },
  ])
})

test('what fails is said, with the exit status 1', async () => {
  const { store, broker, parts, lines, aDoor } = aDesk()
  const door = await aDoor('room-1')
  expect([await letGo(parts, 'nobody'), lines()]).toEqual([
    1,
    ['there is no such door. room-panel-hub doors lists all.'],
  ])
  broker.isDown = true
  expect([await letGo(parts, door), lines()]).toEqual([
    1,
    ['the broker does not answer: The broker of this test. Run this again.'],
  ])
  store.state.isDown = true
  const down = ['the database does not answer: The store of this test']
  expect([await listDoors(parts), lines()]).toEqual([1, down])
  expect([await tellCode(parts, 'room-1'), lines()]).toEqual([1, down])
})

test('a host with several addresses has a reason for each', () => {
  const cause = new AggregateError([new Error('refused ::1'), new Error('refused 127.0.0.1')])
  expect(problemText({ code: 'unavailable', cause })).toBe(
    'the database does not answer: refused ::1, refused 127.0.0.1',
  )
})
