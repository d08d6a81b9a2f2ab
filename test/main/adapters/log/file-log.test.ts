import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFileLog } from '../../../../main/adapters/log/file-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'room-panel-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const textOf = (name = 'room-panel.log'): string => readFileSync(join(folder, name), 'utf8')
const linesOf = (name?: string): unknown[] =>
  textOf(name)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

test('writes one line of JSON for each event, by the clock that it is given', async () => {
  const clock = createVirtualClock()
  const log = createFileLog({ folder, clock })
  log.info('panel.begun', { room: 'omm_1', interval: 240_000 })
  await clock.advance(1500)
  log.warn('schedule.failed', { code: 'unreachable', retryAfter: undefined })
  log.error('page.gone')
  expect(linesOf()).toEqual([
    {
      level: 'info',
      time: '2026-10-12T06:00:00.000Z',
      event: 'panel.begun',
      facts: { room: 'omm_1', interval: 240_000 },
    },
    {
      level: 'warn',
      time: '2026-10-12T06:00:01.500Z',
      event: 'schedule.failed',
      facts: { code: 'unreachable' },
    },
    { level: 'error', time: '2026-10-12T06:00:01.500Z', event: 'page.gone' },
  ])
})

test('makes its folder, and goes on in a file that is there', () => {
  const options = { folder: join(folder, 'a', 'b'), clock: createVirtualClock() }
  createFileLog(options).info('first')
  createFileLog(options).info('second')
  expect(linesOf('a/b/room-panel.log')).toMatchObject([{ event: 'first' }, { event: 'second' }])
})

test('only its owner may read it', () => {
  createFileLog({ folder, clock: createVirtualClock() }).info('event')
  expect(statSync(join(folder, 'room-panel.log')).mode & 0o777).toBe(0o600)
})

test('tells an error with its name, message, code and causes', () => {
  const log = createFileLog({ folder, clock: createVirtualClock() })
  const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
  const cause = new TypeError('fetch failed', { cause: new AggregateError([reset], 'all failed') })
  log.warn('feishu.call-failed', { cause, deep: [{ cause: reset }] })
  const told = { name: 'Error', message: 'socket hang up', code: 'ECONNRESET' }
  expect(linesOf()).toMatchObject([
    {
      facts: {
        cause: {
          name: 'TypeError',
          message: 'fetch failed',
          cause: { name: 'AggregateError', message: 'all failed', errors: [told] },
        },
        deep: [{ cause: told }],
      },
    },
  ])
})

test('blacks out what is called a secret, however deep', () => {
  const log = createFileLog({ folder, clock: createVirtualClock() })
  log.info('odd', {
    secret: 'canary',
    app_secret: 'canary',
    appSecret: ['canary'],
    tenant_access_token: 'canary',
    Authorization: 'canary',
    pin: 'canary',
    adminPin: 'canary',
    password: { old: 'canary' },
    request: [{ headers: { cookie: 'canary', opinion: 'mine' } }],
  })
  expect(textOf()).not.toContain('canary')
  expect(linesOf()).toMatchObject([{ facts: { request: [{ headers: { opinion: 'mine' } }] } }])
})

test('blacks out what looks like a secret, in any text', () => {
  const log = createFileLog({ folder, clock: createVirtualClock() })
  const token = 't-g204acbq7c0kxq2m5n7pzj4vyt6rwd3hs'
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl'
  const cause = new TypeError(`Headers.append: "Bearer ${token}" is an invalid header value`, {
    cause: new Error(`got ${jwt}`),
  })
  log.error('odd', { cause, said: `${token}, u-${token.slice(2)}`, header: 'bearer short' })
  expect(textOf()).not.toContain(token.slice(2))
  expect(textOf()).not.toContain('eyJ')
  expect(textOf()).not.toContain('short')
  expect(textOf()).toContain('is an invalid header value')
})

test('keeps what only resembles a secret', () => {
  const log = createFileLog({ folder, clock: createVirtualClock() })
  const booking = '6f1d2c3b-4a59-4e68-9b07-1c2d3e4f5a6b/0/1791784800'
  log.info('reply', { booking, file: 'not-a-token-but-a-long-name' })
  expect(linesOf()).toMatchObject([{ facts: { booking } }])
})

test('writes down what is no plain data too', () => {
  const log = createFileLog({ folder, clock: createVirtualClock() })
  const circle: Record<string, unknown> = { name: 'circle' }
  circle['self'] = circle
  log.info('odd', { circle, big: 10n, date: new Date(0), never: new Date(NaN), nothing: null, run: () => 1 })
  expect(linesOf()).toMatchObject([
    {
      facts: {
        circle: { name: 'circle', self: '[…]' },
        big: '10',
        date: '1970-01-01T00:00:00.000Z',
        never: null,
        nothing: null,
      },
    },
  ])
})

test('puts the file aside when it is full, and keeps no more than it may', () => {
  const log = createFileLog({ folder, clock: createVirtualClock(), bytesPerFile: 1000, files: 3 })
  for (let count = 1; count <= 100; count++) log.info('event', { count, words: '会议室' })
  expect(readdirSync(folder).toSorted()).toEqual(['room-panel.log', 'room-panel.log.1', 'room-panel.log.2'])
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1000)
  const kept = ['room-panel.log.2', 'room-panel.log.1', 'room-panel.log'].flatMap(linesOf)
  const first = 100 - kept.length + 1
  expect(kept).toMatchObject(kept.map((_, index) => ({ facts: { count: first + index } })))
  expect(kept.length).toBeGreaterThan(15)
})

test('a file that was full before is put aside too', () => {
  writeFileSync(join(folder, 'room-panel.log'), 'x'.repeat(1000))
  createFileLog({ folder, clock: createVirtualClock(), bytesPerFile: 1000 }).info('event')
  expect(linesOf()).toHaveLength(1)
  expect(textOf('room-panel.log.1')).toBe('x'.repeat(1000))
})

test('a line that the disk does not take goes to the standard error output', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  createFileLog({ folder: join(file, 'no-folder'), clock: createVirtualClock() }).error('page.gone')
  const text = said.mock.calls.map(([part]) => String(part)).join('')
  said.mockRestore()
  expect(text).toMatch(/^Error: ENOTDIR.*\n.*"event":"page.gone"/)
})

test.each([
  ['a text without an end', 'x'.repeat(60_000_000)],
  ['a text of many words', 'word '.repeat(12_000_000)],
  ['a long list', Array.from({ length: 100_000 }, (_, index) => index)],
  [
    'a wide object',
    Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index])),
  ],
  ['a long key', { ['x'.repeat(60_000_000)]: 1 }],
  ['lists in lists', Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => ['x'.repeat(900)]))],
  ['an error', new Error('x'.repeat(60_000_000))],
])('%s, whoever it comes from, makes no line of more than 5 kB', (_what, odd) => {
  createFileLog({ folder, clock: createVirtualClock() }).info('odd', { odd })
  expect(textOf().length).toBeLessThan(5000)
  expect(linesOf()).toMatchObject([{ event: 'odd' }])
})

test('a token that a cut falls into is not half kept', () => {
  const token = 't-g204acbq7c0kxq2m5n7pzj4vyt6rwd3hs'
  const said = `${'x'.repeat(980)} ${token} and so on`
  createFileLog({ folder, clock: createVirtualClock() }).info('odd', { said })
  expect(textOf()).not.toContain(token.slice(0, 12))
  expect(textOf()).toContain(`(${said.length} characters)`)
})
