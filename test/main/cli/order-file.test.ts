import { expect, test } from 'vitest'
import type { OrderFile } from '../../../engine/ports.ts'
import { type OrderOutcome } from '../../../main/cli/carry-out-order.ts'
import { type CheckLine, failed, fine } from '../../../main/cli/checks/check.ts'
import { createTakeOrder } from '../../../main/cli/order-file.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'

const secret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'
const own: OrderFile = { path: '/home/kiosk/room-panel-provision.json', version: '1' }
const stick: OrderFile = { path: '/media/stick/room-panel-provision.json', version: '1' }

interface Told {
  readonly lines: readonly CheckLine[]
  readonly outcome: OrderOutcome
}

const stored: Told = { lines: [{ name: 'token', ...fine() }], outcome: { kind: 'stored' } }
const refusedAt = (step: string, fault: 'credentialsRejected' | 'unreachable' | 'keyringLocked'): Told => ({
  lines: [
    { name: 'clock', ...fine() },
    { name: step, ...failed(fault) },
    { name: 'room', kind: 'blocked', needs: step },
  ],
  outcome: { kind: 'asBefore' },
})

/** A tablet with files in memory. What comes of each order is written down before. */
function aTablet(...first: readonly OrderFile[]) {
  const log = createMemoryLog()
  const tablet = {
    files: first,
    outcome: stored,
    text: ok(secret) as Result<string, unknown>,
    destroying: ok(undefined) as Result<void, unknown>,
    orders: [] as string[],
    destroyed: [] as string[],
  }
  const take = createTakeOrder({
    log,
    files: {
      find: async (where) => tablet.files.filter((file) => where === 'everywhere' || file === own),
      read: async () => tablet.text,
      async destroy(path) {
        if (tablet.destroying.ok) {
          tablet.destroyed.push(path)
          tablet.files = tablet.files.filter((file) => file.path !== path)
        }
        return tablet.destroying
      },
    },
    carryOut: async (text, tell) => {
      tablet.orders.push(text)
      for (const line of tablet.outcome.lines) tell(line)
      return tablet.outcome.outcome
    },
  })
  return { tablet, take, log }
}

test('an order is carried out once, and its file destroyed', async () => {
  const { tablet, take, log } = aTablet(stick)
  expect(await take('everywhere')).toBe('stored')
  expect(tablet).toMatchObject({ orders: [secret], destroyed: [stick.path] })
  expect(log.lines).toMatchObject([
    { event: 'order-file.stored', facts: { file: stick.path, lines: ['token: ok'] } },
  ])
  expect(await take('everywhere')).toBe('none')
})

test.each<[step: string, fault: FaultName, tries: number]>([
  ['connection', 'offline', 2],
  ['broker', 'brokerUnreachable', 2],
  ['enrolment', 'enrolmentUnreachable', 2],
  ['enrolment', 'enrolmentUnready', 2],
  // The code is used up for good, or may be.
  ['enrolment', 'codeUsed', 1],
  ['enrolment', 'enrolmentLost', 1],
])('after %s: %s the order is tried so often within two looks', async (step, fault, tries) => {
  const { tablet, take } = aTablet(stick)
  tablet.outcome = { lines: [{ name: step, ...failed(fault) }], outcome: { kind: 'asBefore' } }
  await take('everywhere')
  await take('everywhere')
  expect(tablet.orders).toHaveLength(tries)
})

test('a stick is left alone by who looks into the own folder only', async () => {
  const { tablet, take } = aTablet(stick)
  expect(await take('ownFolder')).toBe('none')
  expect(tablet.orders).toEqual([])
})

test('an order that fails stays, is logged with its step, and is not tried again until it changes', async () => {
  const { tablet, take, log } = aTablet(stick)
  tablet.outcome = refusedAt('token', 'credentialsRejected')
  const failure = { file: stick.path, step: 'token', fault: 'credentialsRejected' }
  expect(await take('everywhere')).toEqual(failure)
  expect(await take('everywhere')).toEqual(failure)
  expect(tablet).toMatchObject({ orders: [secret], destroyed: [] })
  expect(log.lines).toMatchObject([{ level: 'warn', event: 'order-file.failed', facts: failure }])
  tablet.outcome = stored
  tablet.files = [{ ...stick, version: '2' }]
  expect(await take('everywhere')).toBe('stored')
})

test('an order that was removed in between is tried again', async () => {
  const { tablet, take } = aTablet(stick)
  tablet.outcome = refusedAt('keyring', 'keyringLocked')
  await take('everywhere')
  tablet.files = []
  expect(await take('everywhere')).toBe('none')
  tablet.files = [stick]
  await take('everywhere')
  expect(tablet.orders).toHaveLength(2)
})

test('while the calendar does not answer an order counts as not tried, and the log says so once', async () => {
  const { tablet, take, log } = aTablet(own)
  tablet.outcome = refusedAt('connection', 'unreachable')
  expect(await take('ownFolder')).toMatchObject({ step: 'connection', fault: 'unreachable' })
  expect(await take('ownFolder')).toMatchObject({ step: 'connection', fault: 'unreachable' })
  expect(log.events()).toEqual(['order-file.failed'])
  tablet.outcome = stored
  expect(await take('ownFolder')).toBe('stored')
})

test('wrong input is told without what is in it', async () => {
  const { tablet, take, log } = aTablet(own)
  tablet.outcome = {
    lines: [],
    outcome: { kind: 'inputWrong', faults: ['config.room.id is missing', 'and so on'] },
  }
  const failure = { file: own.path, step: 'input', fault: 'config.room.id is missing; and so on' }
  expect(await take('ownFolder')).toEqual(failure)
  expect(JSON.stringify(log.lines)).not.toContain(secret)
})

test('an order that could not be destroyed is not used', async () => {
  const { tablet, take } = aTablet(stick)
  tablet.text = err(new Error('read-only file system'))
  expect(await take('everywhere')).toEqual({ file: stick.path, step: 'file', fault: 'notWritable' })
  expect(tablet.orders).toEqual([])
})

test('an order that could not be destroyed after all is reported so, and not used twice', async () => {
  const { tablet, take, log } = aTablet(own)
  tablet.destroying = err(new Error('input/output error'))
  expect(await take('ownFolder')).toBe('stored')
  expect(log.events()).toEqual(['order-file.stored', 'order-file.not-destroyed'])
  expect(await take('ownFolder')).toBe('none')
  expect(tablet.orders).toHaveLength(1)
})

test('an order that fails does not prevent another one', async () => {
  const { tablet, take } = aTablet(own)
  tablet.outcome = refusedAt('room', 'unreachable')
  await take('everywhere')
  tablet.outcome = stored
  tablet.files = [own, stick]
  expect(await take('everywhere')).toBe('stored')
  expect(tablet.destroyed).toEqual([stick.path])
})
