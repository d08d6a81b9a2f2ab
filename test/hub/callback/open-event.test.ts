import { expect, test } from 'vitest'
import { decrypted } from '../../../hub/callback/event-crypto.ts'
import { openEvent } from '../../../hub/callback/open-event.ts'
import { type Instant, minutes, plus } from '../../../shared/time/time.ts'
import { createIds } from '../../../simulator/ids.ts'
import { type Push, type PushFault, pushesOf } from '../../../simulator/store-apps/push.ts'
import { at } from '../../support/builders.ts'
import { dice } from '../../support/dice.ts'

const appId = 'cli_a1b2c3d4e5f60718'
const keys = { encryptKey: 'test key', verificationToken: '41a9425ea7df4536a7623e38fa321bae' }
const now = at('09:00')

/** https://open.feishu.cn/document/server-docs/application-v6/event/app_ticket-events, word for word but for the app's id. */
const older = {
  ts: '1502199207.7171419',
  uuid: 'bc447199585340d1f3728d26b1c0297a',
  token: '41a9425ea7df4536a7623e38fa321bae',
  type: 'event_callback',
  event: { app_id: appId, app_ticket: 'xxx', type: 'app_ticket' },
}
const header = { token: older.token, app_id: appId, event_type: 'app_ticket', create_time: '1502199207717' }
const newer = { schema: '2.0', header, event: { app_ticket: 'xxx' } }
const ticket = {
  kind: 'event',
  token: older.token,
  appId,
  type: 'app_ticket',
  at: 1_502_199_207_717,
  tenantKey: undefined,
  ticket: 'xxx',
}

/** The simulator's push of this event: it shares no code with the hub. */
function pushed(event: object, fault?: PushFault): Push {
  const world = { ids: createIds(dice(1)), now, fault }
  const [push] = pushesOf(appId, keys, event, world)
  return push ?? expect.fail('It is pushed')
}

const opened = ({ body, headers }: Push, moment: Instant = now, without?: string) => {
  const [timestamp, nonce, signature] = ['request-timestamp', 'request-nonce', 'signature'].map((name) =>
    name === without ? undefined : headers[`x-lark-${name}`],
  )
  const signed =
    timestamp === undefined || nonce === undefined || signature === undefined
      ? undefined
      : { timestamp, nonce, signature }
  return openEvent({ body: Buffer.from(body), signed }, keys, appId, moment)
}

test('the documents’ own example is decrypted', () => {
  // https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
  expect(decrypted('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world')
})

test.for([
  ['another key', 'other key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='],
  ['half a block', 'test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEz'],
  ['the vector alone', 'test key', 'P37w+VZImNgPEO1RBhJ6Rg=='],
  ['nothing', 'test key', ''],
] as const)('%s decrypts to nothing', ([, key, text]) => {
  expect(decrypted(key, text)).toBeUndefined()
})

test.for([
  ['the older form', older, ticket],
  ['the newer form', newer, ticket],
  ['a time in microseconds', { ...newer, header: { ...header, create_time: '1502199207717000' } }, ticket],
  ['an odd time', { ...older, ts: 'yesterday' }, { ...ticket, at: undefined }],
  ['no app', { ...newer, header: { ...header, app_id: undefined } }, { ...ticket, appId: undefined }],
  [
    'another event',
    {
      ...newer,
      header: { ...header, event_type: 'app_open', tenant_key: '1f2e3d4c5b6a7980' },
      event: { user: 1 },
    },
    { ...ticket, type: 'app_open', ticket: undefined, tenantKey: '1f2e3d4c5b6a7980' },
  ],
] as const)('an event in %s is understood', ([, event, result]) => {
  expect(opened(pushed(event))).toEqual({ ok: true, value: result })
})

const challenge = { challenge: 'ajls384kdjx98XX', token: older.token, type: 'url_verification' }

test('the question for the address is understood, signed or not', () => {
  const asked = { ok: true, value: { kind: 'challenge', token: older.token, challenge: 'ajls384kdjx98XX' } }
  expect(opened(pushed(challenge))).toEqual(asked)
  expect(opened(pushed(challenge), now, 'signature')).toEqual(asked)
})

test.for([
  ['by another key', older, { kind: 'wrongKey' }, 'undecipherable'],
  ['signed by somebody else', older, { kind: 'forged' }, 'signatureWrong'],
  ['of six minutes ago', older, { kind: 'old', ms: minutes(6) }, 'outdated'],
  ['with another verification token', { ...older, token: 'x' }, undefined, 'tokenWrong'],
  ['with another token', { ...newer, header: { ...header, token: 'x' } }, undefined, 'tokenWrong'],
  ['that asks with another token', { ...challenge, token: 'x' }, undefined, 'tokenWrong'],
  ['for another app', { ...older, event: { ...older.event, app_id: 'cli_0' } }, undefined, 'otherApp'],
  ['of another app', { ...newer, header: { ...header, app_id: 'cli_0' } }, undefined, 'otherApp'],
  [
    'without an end',
    { ...older, event: { ...older.event, app_ticket: 'x'.repeat(2001) } },
    undefined,
    'notAnEvent',
  ],
  ['without an event', { ...older, event: undefined }, undefined, 'notAnEvent'],
  ['of a list', [older], undefined, 'notAnEvent'],
] as const)('a push %s is refused', ([, event, fault, error]) => {
  expect(opened(pushed(event, fault))).toEqual({ ok: false, error })
})

test.for([
  ['request-timestamp', 'unsigned'],
  ['request-nonce', 'unsigned'],
  ['signature', 'unsigned'],
])('without the header %s an event is %s', ([header_, error]) => {
  expect(opened(pushed(older), now, header_)).toEqual({ ok: false, error })
})

test.for([
  [minutes(5), true],
  [minutes(5) + 1000, false],
  [-minutes(5), true],
  [-minutes(5) - 1000, false],
] as const)('an event %i ms after its signature counts: %s', ([ms, counts]) => {
  expect(opened(pushed(older), plus(now, ms)).ok).toBe(counts)
})

test.for([
  ['body', (push: Push) => ({ ...push, body: `${push.body} ` }), 'signatureWrong'],
  ['timestamp', (push: Push) => withHeader(push, 'x-lark-request-timestamp', '1'), 'signatureWrong'],
  ['nonce', (push: Push) => withHeader(push, 'x-lark-request-nonce', '1'), 'signatureWrong'],
  ['signature', (push: Push) => withHeader(push, 'x-lark-signature', 'zz'), 'signatureWrong'],
  ['encryption', (push: Push) => ({ ...push, body: JSON.stringify(older) }), 'notEncrypted'],
  ['form', (push: Push) => ({ ...push, body: 'encrypt' }), 'notEncrypted'],
] as const)('another %s is noticed', ([, change, error]) => {
  expect(opened(change(pushed(older)))).toEqual({ ok: false, error })
})

const withHeader = (push: Push, name: string, value: string): Push => ({
  ...push,
  headers: { ...push.headers, [name]: value },
})
