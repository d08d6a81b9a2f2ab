import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { serve } from '../../../main/ipc/serve.ts'
import { type RequestHandlers, requests } from '../../../shared/ipc/contract.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

type Listener = Parameters<Parameters<typeof serve>[0]['ipcMain']['handle']>[1]

/** The door of the main process, with every request recorded that got through. */
function aDoor(isOurPage = true) {
  const listeners = new Map<string, Listener>()
  const got: unknown[] = []
  const log = createMemoryLog()
  const clock = createVirtualClock()
  const handlers: RequestHandlers = {
    current: () => expect.fail('not asked here'),
    touch: () => void got.push('touch'),
    painted: (input) => void got.push(input),
    pageFailed: (input) => void got.push(input),
    checkIn: (input) => void got.push(input),
    endMeeting: (input) => void got.push(input),
    book: (input) => void got.push(input),
    findRooms: () => void got.push('findRooms'),
    openAdmin: () => void got.push('openAdmin'),
    enterPin: (input) => void got.push(input),
    leaveAdmin: () => void got.push('leaveAdmin'),
    giveVerdict: (input) => (got.push(input), 'heard'),
    diagnose: () => (got.push('diagnose'), 'heard'),
    listRooms: () => (got.push('listRooms'), 'heard'),
    setRoom: (input) => (got.push(input), 'heard'),
    leaveKiosk: () => 'noSession',
  }
  serve({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isOurPage: () => isOurPage,
    handlers,
    clock,
    log,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who calls is decided by `isOurPage` in this test
  const event = { senderFrame: { url: 'https://evil.example' } } as IpcMainInvokeEvent
  const ask = async (channel: string, input?: unknown): Promise<unknown> =>
    listeners.get(channel)?.(event, input)
  return { ask, got, log, clock, channels: [...listeners.keys()] }
}

test('serves every request of the contract', () => {
  expect(aDoor().channels).toEqual(Object.keys(requests).map((name) => `panel:${name}`))
})

test('hands the input on', async () => {
  const { ask, got } = aDoor()
  await ask('panel:touch')
  const inputs: [string, unknown][] = [
    ['panel:endMeeting', { bookingId: 'a/0/1' }],
    ['panel:checkIn', { bookingId: 'b/0/1' }],
    ['panel:enterPin', { pin: '246813' }],
    ['panel:giveVerdict', { bookingId: 'c/0/1', verdict: 'decline' }],
    ['panel:setRoom', { roomId: 'omm_1' }],
    ['panel:book', { kind: 'later', start: 1_791_770_400_000, length: 30 }],
    ['panel:book', { kind: 'elsewhere', room: 'omm_1' }],
    ['panel:painted', { revision: 7, checkIns: [] }],
    ['panel:painted', { revision: 8, checkIns: ['a/0/1', 'b/0/1'] }],
  ]
  for (const [channel, input] of inputs) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await ask(channel, input)
  }
  expect(got).toEqual(['touch', ...inputs.map(([, input]) => input)])
})

test('tells the log of a handler that fails, and the page that it did', async () => {
  const { ask, log } = aDoor()
  await expect(ask('panel:current')).rejects.toThrow('not asked here')
  expect(log.events()).toEqual(['ipc.failed'])
})

test('refuses a caller that is not our page, loudly', async () => {
  const { ask, got, log } = aDoor(false)
  await expect(ask('panel:touch')).rejects.toThrow('refused: sender')
  expect(got).toEqual([])
  expect(log.lines).toMatchObject([
    { level: 'error', event: 'ipc.refused', facts: { why: 'sender', detail: 'https://evil.example' } },
  ])
})

test.each([
  ['panel:endMeeting', undefined],
  ['panel:endMeeting', { bookingId: 7 }],
  ['panel:endMeeting', { bookingId: 'a', force: true }],
  ['panel:endMeeting', { bookingId: 'x'.repeat(601) }],
  ['panel:touch', {}],
  ['panel:checkIn', undefined],
  ['panel:checkIn', 'a/0/1'],
  ['panel:checkIn', { bookingId: ['a/0/1'] }],
  ['panel:checkIn', { bookingId: 'x'.repeat(601) }],
  ['panel:checkIn', { bookingId: 'a/0/1', at: 0 }],
  ['panel:pageFailed', undefined],
  ['panel:pageFailed', { told: 'x'.repeat(2001) }],
  ['panel:pageFailed', { told: new Error('no text') }],
  ['panel:book', { kind: 'now', length: 15, pin: '12' }],
  ['panel:book', { kind: 'always' }],
  ['panel:book', { kind: 'now', length: 0 }],
  ['panel:book', { kind: 'later', start: 0.5 }],
  ['panel:book', { kind: 'elsewhere', room: 'x'.repeat(201) }],
  ['panel:openAdmin', { pin: '2468' }],
  ['panel:enterPin', undefined],
  ['panel:enterPin', { pin: '246' }],
  ['panel:enterPin', { pin: '2468a' }],
  ['panel:enterPin', { pin: '2468135790246' }],
  ['panel:enterPin', { pin: '2468', bookingId: 'a/0/1' }],
  ['panel:leaveAdmin', {}],
  ['panel:giveVerdict', { bookingId: 'a/0/1' }],
  ['panel:giveVerdict', { bookingId: 'a/0/1', verdict: 'release' }],
  ['panel:giveVerdict', { bookingId: 'x'.repeat(601), verdict: 'accept' }],
  ['panel:diagnose', {}],
  ['panel:listRooms', {}],
  ['panel:setRoom', undefined],
  ['panel:setRoom', { roomId: 7 }],
  ['panel:setRoom', { roomId: 'x'.repeat(201) }],
  ['panel:setRoom', { roomId: 'omm_1', force: true }],
  ['panel:leaveKiosk', { force: true }],
  ['panel:painted', undefined],
  ['panel:painted', { revision: 7 }],
  ['panel:painted', { checkIns: [] }],
  ['panel:painted', { revision: '7', checkIns: [] }],
  ['panel:painted', { revision: 7.5, checkIns: [] }],
  ['panel:painted', { revision: Infinity, checkIns: [] }],
  ['panel:painted', { revision: 7, checkIns: 'a/0/1' }],
  ['panel:painted', { revision: 7, checkIns: [7] }],
  ['panel:painted', { revision: 7, checkIns: ['a', 'b', 'c'] }],
  ['panel:painted', { revision: 7, checkIns: ['x'.repeat(601)] }],
  ['panel:painted', { revision: 7, checkIns: [], elapsed: 0 }],
])('refuses %s with %o, loudly', async (channel, input) => {
  const { ask, got, log } = aDoor()
  await expect(ask(channel, input)).rejects.toThrow('refused: input')
  expect(got).toEqual([])
  expect(log.events()).toEqual(['ipc.refused'])
})

test('the page hears whether there was a session', async () => {
  const { ask } = aDoor()
  expect(await ask('panel:diagnose')).toBe('heard')
  expect(await ask('panel:leaveKiosk')).toBe('noSession')
})

test.each([['24681357'], [24681357], [{ pin: 24681357 }], [{ pin: '24681357x' }], [{ pin: ['24681357'] }]])(
  'a PIN in a place where it does not belong, %o, is not repeated in the log',
  async (input) => {
    const { ask, log } = aDoor()
    await expect(ask('panel:enterPin', input)).rejects.toThrow('refused: input')
    expect(JSON.stringify(log.lines)).not.toContain('24681357')
  },
)

test.each<[string, unknown]>([
  ['panel:giveVerdict', { bookingId: 'a', verdict: 'x'.repeat(60_000_000) }],
  ['panel:checkIn', { bookingId: 'a', ['x'.repeat(60_000_000)]: 1 }],
  ['panel:touch', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index]))],
])('a huge %s leaves a line like any other', async (channel, input) => {
  const { ask, log } = aDoor()
  await expect(ask(channel, input)).rejects.toThrow('refused: input')
  expect(JSON.stringify(log.lines).length).toBeLessThan(500)
})

test('requests at a rate that no finger reaches are refused', async () => {
  const { ask, got, log, clock } = aDoor()
  const asked = await Promise.allSettled(Array.from({ length: 18_000 }, () => ask('panel:touch')))
  expect(got.length).toBeLessThanOrEqual(200)
  expect(asked.filter(({ status }) => status === 'rejected')).toHaveLength(18_000 - got.length)
  expect(log.lines.at(-1)).toMatchObject({ event: 'ipc.refused', facts: { why: 'rate' } })
  await clock.advance(seconds(1))
  await ask('panel:touch')
})
