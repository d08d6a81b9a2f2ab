import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { err, ok } from '../../../../shared/result.ts'
import { hours } from '../../../../shared/time/time.ts'
import {
  anItem,
  appSecret,
  type CallName,
  createScene,
  gatewayPage,
  type Step,
  threeDays,
  tokenAnswer,
  tokenRejected,
} from './scripted-feishu.ts'
import { replied } from '../../../support/replied.ts'

/** In every token that the scripted Feishu gives. */
const tokenCanary = 'canary'

/** All that a log could make of its lines, causes and hidden properties too. */
const everythingIn = (value: unknown): string => inspect(value, { depth: Infinity, showHidden: true })

const faults: readonly (readonly [string, Step])[] = [
  ['a gateway page', gatewayPage],
  ['a rejected token', tokenRejected],
  ['nothing in it', { text: '' }],
  ['the secrets for a text', { text: `${appSecret} t-${tokenCanary}` }],
  ['nothing but code 0', { json: { code: 0 } }],
  ['secrets of another type', { json: { code: 0, tenant_access_token: [tokenCanary], expire: appSecret } }],
  ['secrets for a schedule', { json: { code: 0, data: { free_busy: { a: tokenCanary } } } }],
  ['a secret for a room', { json: { code: 0, data: { room: tokenCanary } } }],
  ['a secret that is wrong', { json: { code: 10014, msg: appSecret, data: { app_secret: appSecret } } }],
  ['a token of another shape', { json: { code: 99991671, msg: `t-${tokenCanary} has another shape` } }],
  ['a spent quota', { status: 429, json: { code: 99991403, msg: tokenCanary } }],
  ['an internal error', { status: 500, json: { code: 105001, msg: '', error: { message: appSecret } } }],
  ['a broken connection', new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
  ['a connection that hangs', 'hang'],
]
const names: readonly CallName[] = ['token', 'freebusy', 'reply', 'room', 'rooms', 'titles']

const failures = names.flatMap((name) => faults.map(([what, fault]) => [name, what, fault] as const))

test.each(failures)('no secret is in the log or in a problem when %s gets %s', async (name, _, fault) => {
  const { feishu, calendar, outcomeOf, log, clock } = createScene()
  feishu.items = [anItem('meeting', '2026-10-12T05:30')]
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  const booking: Booking = (schedule.ok ? schedule.value[0] : undefined) ?? expect.fail('nothing was read')
  await clock.advance(hours(2))
  feishu.always(name, fault)
  const told = [
    await outcomeOf(calendar.readRoom()),
    await outcomeOf(calendar.readRooms()),
    await outcomeOf(calendar.readTitles([booking])),
    await outcomeOf(calendar.readSchedule(threeDays)),
    await outcomeOf(replied(calendar, booking, 'end')),
  ]
  expect(log.lines.length).toBeGreaterThan(0)
  expect(everythingIn(log.lines)).not.toContain(appSecret)
  expect(everythingIn(log.lines)).not.toContain(tokenCanary)
  expect(everythingIn(told)).not.toContain(appSecret)
  expect(everythingIn(told)).not.toContain(tokenCanary)
})

test('a token that no header takes is never put into one, where the error would quote it', async () => {
  const { feishu, calendar, outcomeOf, log } = createScene()
  feishu.always('token', tokenAnswer(`t-${tokenCanary}\nevil`, 7200))
  const told = await outcomeOf(calendar.readRoom())
  expect(feishu.callsTo('room')).toHaveLength(0)
  expect(everythingIn([told, log.lines])).not.toContain(tokenCanary)
})

test('a keyring that fails names no secret', async () => {
  const secrets = [ok(appSecret), err('locked' as const)]
  const { calendar, outcomeOf, log, clock } = createScene(async () => secrets.shift() ?? err('missing'))
  await outcomeOf(calendar.readRoom())
  await clock.advance(hours(2))
  await outcomeOf(calendar.readRoom())
  expect(log.events()).toContain('feishu.no-secret')
  expect(everythingIn(log.lines)).not.toContain(appSecret)
})
