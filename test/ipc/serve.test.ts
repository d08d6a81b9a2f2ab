import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { serve, type RequestHandlers } from '../../main/ipc/serve.ts'
import { requests } from '../../shared/ipc/contract.ts'
import { createMemoryLog } from '../support/memory-log.ts'

type Listener = Parameters<Parameters<typeof serve>[0]['ipcMain']['handle']>[1]

/** The door of the main process, with every request recorded that got through. */
function aDoor(isOurPage = true) {
  const listeners = new Map<string, Listener>()
  const got: unknown[] = []
  const log = createMemoryLog()
  const handlers: RequestHandlers = {
    current: () => expect.fail('not asked here'),
    touch: () => void got.push('touch'),
    painted: (input) => void got.push(input),
    checkIn: (input) => void got.push(input),
    endMeeting: (input) => void got.push(input),
  }
  serve({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isOurPage: () => isOurPage,
    handlers,
    log,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who calls is decided by `isOurPage` in this test
  const event = { senderFrame: { url: 'https://evil.example' } } as IpcMainInvokeEvent
  const ask = async (channel: string, input?: unknown): Promise<unknown> =>
    listeners.get(channel)?.(event, input)
  return { ask, got, log, channels: [...listeners.keys()] }
}

test('serves every request of the contract', () => {
  expect(aDoor().channels).toEqual(Object.keys(requests).map((name) => `panel:${name}`))
})

test('hands the input on', async () => {
  const { ask, got } = aDoor()
  await ask('panel:touch')
  await ask('panel:endMeeting', { bookingId: 'a/0/1' })
  expect(got).toEqual(['touch', { bookingId: 'a/0/1' }])
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
  ['panel:endMeeting', { bookingId: 'x'.repeat(201) }],
  ['panel:touch', {}],
])('refuses %s with %o, loudly', async (channel, input) => {
  const { ask, got, log } = aDoor()
  await expect(ask(channel, input)).rejects.toThrow('refused: input')
  expect(got).toEqual([])
  expect(log.events()).toEqual(['ipc.refused'])
})
