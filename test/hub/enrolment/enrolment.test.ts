import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { enrol, makeCode } from '../../../hub/enrolment/enrolment.ts'
import { adoptPassword, offerPassword, unassign } from '../../../hub/enrolment/rotation.ts'
import { isDoorId } from '../../../shared/line/topics.ts'
import { days } from '../../../shared/time/time.ts'
import { createMemoryBrokerAdmin } from '../../support/memory/hub/memory-broker-admin.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const room = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'

function aCompany() {
  const clock = createVirtualClock()
  const store = createMemoryHubStore(clock)
  const broker = createMemoryBrokerAdmin()
  const { doors, audit } = store
  const parts = { doors, audit, broker, random: (count: number) => randomBytes(count) }
  const value = async <T>(
    asked: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
  ) => {
    const answer = await asked
    return answer.ok ? answer.value : expect.fail('It succeeds')
  }
  return {
    clock,
    store,
    broker,
    parts,
    code: () => value(makeCode(parts, room, 'lin')),
    enrolled: async () => value(enrol(parts, await value(makeCode(parts, room, 'lin')))),
    listed: () => value(doors.list()),
    acts: async () =>
      (await value(audit.latest(99))).map(({ act, outcome }) => `${act} ${outcome ?? ''}`.trim()),
  }
}

const refused = (code: string) => ({ ok: false, error: { code } })

test('a tablet with a code becomes a door of its room, with an account of its own', async () => {
  const { broker, listed, enrolled, acts } = aCompany()
  const { door, password, room: of } = await enrolled()
  expect(of).toBe(room)
  expect(door).toSatisfy(isDoorId)
  expect(password).toMatch(/^[\w-]{43}$/)
  expect(await listed()).toEqual([{ id: door, room, isAssigned: true }])
  expect([...broker.accounts]).toEqual([[door, password]])
  expect(await acts()).toEqual(['enrol done', 'enrol', 'code'])
})

test('a code makes one door', async () => {
  const { parts, code, listed } = aCompany()
  const typed = (await code()).toLowerCase()
  const both = await Promise.all([enrol(parts, typed), enrol(parts, typed)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual(refused('codeUsed'))
  expect(await enrol(parts, typed)).toEqual(refused('codeUsed'))
  const doors = await listed()
  expect(doors).toHaveLength(1)
  expect([...parts.broker.accounts.keys()]).toEqual(doors.map(({ id }) => id))
})

test.for([
  ['expired', 7, 'codeExpired'],
  ['still valid', 6.99, undefined],
] as const)('a code is %s after %s days', async ([, age, refusal]) => {
  const { parts, clock, code } = aCompany()
  const typed = await code()
  await clock.advance(days(age))
  const answer = await enrol(parts, typed)
  expect(answer.ok ? undefined : answer.error.code).toBe(refusal)
})

test.for([
  ['nobody made', '0000-0000-0000-0000', 'codeUnknown'],
  ['is none', '1234', 'codeMalformed'],
] as const)('a code that %s makes no door and no account', async ([, typed, code]) => {
  const { parts, acts } = aCompany()
  expect(await enrol(parts, typed)).toEqual(refused(code))
  expect([parts.broker.accounts.size, await acts()]).toEqual([0, []])
})

test('a code is not used up while the broker can’t be reached', async () => {
  const { parts, broker, code, listed, acts } = aCompany()
  const typed = await code()
  broker.isDown = true
  expect(await enrol(parts, typed)).toMatchObject(refused('unreachable'))
  expect([await listed(), (await acts())[0]]).toEqual([[], 'enrol unreachable'])
  broker.isDown = false
  expect(await enrol(parts, typed)).toMatchObject({ ok: true })
})

test('without the store nobody is enrolled, and nobody gets a code', async () => {
  const { parts, store, code } = aCompany()
  const typed = await code()
  store.state.isDown = true
  expect(await makeCode(parts, room, 'lin')).toMatchObject(refused('unavailable'))
  expect(await enrol(parts, typed)).toMatchObject(refused('unavailable'))
  expect(parts.broker.accounts.size).toBe(0)
})

test('the old password works until the door has stored the next one', async () => {
  const { parts, broker, enrolled, listed, acts } = aCompany()
  const { door, password } = await enrolled()
  const offered = await offerPassword(parts, door, 'lin')
  const next = offered.ok ? offered.value : ''
  expect(next).not.toBe(password)
  expect(await offerPassword(parts, door, 'lin')).toEqual(offered)
  expect([broker.accounts.get(door), await listed()]).toMatchObject([password, [{ nextPassword: next }]])
  broker.isDown = true
  expect(await adoptPassword(parts, door)).toMatchObject(refused('unreachable'))
  expect(await listed()).toMatchObject([{ nextPassword: next }])
  broker.isDown = false
  for (const _ of ['once', 'again']) expect(await adoptPassword(parts, door)).toMatchObject({ ok: true })
  expect([broker.accounts.get(door), await listed()]).toEqual([next, [{ id: door, room, isAssigned: true }]])
  expect((await acts()).slice(0, 2)).toEqual(['rotated done', 'rotate'])
})

test('a room no longer waits for a door that is unassigned, and the account goes with it', async () => {
  const { parts, broker, enrolled, listed, acts } = aCompany()
  const { door } = await enrolled()
  broker.isDown = true
  expect(await unassign(parts, door, 'lin')).toMatchObject(refused('unreachable'))
  expect(await listed()).toMatchObject([{ id: door, isAssigned: false }])
  broker.isDown = false
  expect(await unassign(parts, door, 'lin')).toMatchObject({ ok: true })
  expect([broker.accounts.size, (await acts())[0]]).toEqual([0, 'unassign done'])
})

test('what nobody enrolled can be given no password, and not be unassigned', async () => {
  const { parts } = aCompany()
  for (const asked of [
    offerPassword(parts, 'x', 'lin'),
    adoptPassword(parts, 'x'),
    unassign(parts, 'x', 'lin'),
  ])
    expect(await asked).toEqual(refused('doorUnknown'))
})
