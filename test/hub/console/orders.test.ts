import { expect, test } from 'vitest'
import { aConsole } from './a-console.ts'

const order = (kind: string, headers: Record<string, string>): [string, RequestInit] => [
  `/api/doors/door-a/orders/${kind}`,
  { method: 'POST', headers },
]
const lin = { 'x-forwarded-user': 'lin@example', 'x-room-panel': 'console' }

test('a person whom IT’s proxy names gives orders, in that name', async ({ onTestFinished }) => {
  const { ask, orders } = await aConsole(onTestFinished)
  expect(await ask('/api/session', { headers: lin })).toMatchObject({ body: { name: 'lin@example' } })
  const picture = await ask(...order('picture', lin))
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(picture.headers.get('cache-control')).toBe('no-store')
  expect(await ask(...order('logs', lin))).toMatchObject({ body: { kind: 'lines', lines: ['a', 'b'] } })
  expect(await ask(...order('restart', lin))).toMatchObject({ status: 409, body: { error: 'doorNeeded' } })
  expect(orders).toEqual([
    'lin@example door-a picture',
    'lin@example door-a logs',
    'lin@example door-a restart',
  ])
})

test.for([
  ['nobody is named', 401, 'logs', { 'x-room-panel': 'console' }],
  ['two are named', 401, 'logs', { ...lin, 'x-forwarded-user': 'lin, root' }],
  ['the name is empty', 401, 'logs', { ...lin, 'x-forwarded-user': '' }],
  ['another page asks', 403, 'logs', { 'x-forwarded-user': 'lin' }],
  ['another site’s page asks', 403, 'logs', { ...lin, 'sec-fetch-site': 'cross-site' }],
  ['there is no such order', 405, 'vote', lin],
  ['it would run code', 405, 'exec', lin],
] as const)('no order is given where %s', async ([, status, kind, headers], { onTestFinished }) => {
  const { ask, orders } = await aConsole(onTestFinished)
  expect(await ask(...order(kind, headers))).toMatchObject({ status })
  expect(orders).toEqual([])
})

test('without a proxy of IT’s a header names nobody', async ({ onTestFinished }) => {
  const { ask, orders } = await aConsole(onTestFinished, { proxyHeader: undefined })
  expect((await ask('/api/session', { headers: lin })).body).toEqual({})
  expect(await ask(...order('logs', lin))).toMatchObject({ status: 401 })
  expect(orders).toEqual([])
})
