import { expect, test } from 'vitest'

import { auth, aWorld, codeOf, post, TOKEN_PATH, whole } from './a-world.ts'

const MINUTE = 60_000

test('the same token comes back while 30 minutes of it are left, with what is left of it', () => {
  const { askToken, tokenOf, token, wait } = aWorld()
  wait(90 * MINUTE)
  expect(tokenOf(askToken())).toEqual({ tenant_access_token: token, expire: 1800 })
})

test('below 30 minutes there is a new one, and both are good until the old one runs out', () => {
  const { askToken, tokenOf, token, wait, get, freebusyPath } = aWorld()
  wait(90 * MINUTE + 1000)
  const { tenant_access_token: next, expire } = tokenOf(askToken())
  expect(next).not.toBe(token)
  expect(expire).toBe(7200)
  wait(30 * MINUTE - 1001)
  expect([token, next].map((each) => codeOf(get(freebusyPath(), each)))).toEqual([0, 0])
  wait(1)
  expect([token, next].map((each) => codeOf(get(freebusyPath(), each)))).toEqual([99991663, 0])
})

test('a token can be made to live for a minute', () => {
  const { world, askToken, tokenOf, wait, get, freebusyPath } = aWorld()
  world.revokeTokens()
  world.switches.tokenLife = 60
  const { tenant_access_token: short, expire } = tokenOf(askToken())
  expect(expire).toBe(60)
  wait(MINUTE)
  expect(codeOf(get(freebusyPath(), short))).toBe(99991663)
})

test('revoking tokens makes all of them void, and the next one is new', () => {
  const { world, token, get, freebusyPath, freshToken } = aWorld()
  world.revokeTokens()
  expect(codeOf(get(freebusyPath()))).toBe(99991663)
  expect(freshToken()).not.toBe(token)
})

test('the token endpoint refuses with status 200', () => {
  const { world, app, askToken } = aWorld()
  expect(askToken('wrong')).toMatchObject({ status: 200, body: '{"code":10014,"msg":"app secret invalid"}' })
  const stranger = world.answer(post(TOKEN_PATH, { app_id: 'cli_0000000000000000', app_secret: 'x' }))
  expect(whole(stranger)).toMatchObject({
    status: 200,
    body: '{"code":10003,"msg":"invalid param","data":{}}',
  })
  expect(codeOf(world.answer({ method: 'POST', url: TOKEN_PATH, headers: {}, body: 'x' }))).toBe(10003)
  world.disableApp(app)
  expect(askToken().body).toContain('"code":10005')
})

test('after a rotation the old secret gets no token, and the old token stays valid', () => {
  const { world, app, askToken, get, freebusyPath } = aWorld()
  const old = app.secret
  const next = world.rotateSecret(app)
  expect(askToken(old).body).toContain('"code":10014')
  expect(askToken(next).body).toContain('"code":0')
  expect(codeOf(get(freebusyPath()))).toBe(0)
})

test('a slash at the end of the path and no charset do not matter', () => {
  const { world, app } = aWorld()
  const request = {
    ...post(`${TOKEN_PATH}/`, { app_id: app.id, app_secret: app.secret }),
    headers: { 'content-type': 'application/json' },
  }
  expect(codeOf(world.answer(request))).toBe(0)
})

test('a body on a GET does not matter', () => {
  const { world, token, freebusyPath } = aWorld()
  expect(codeOf(world.answer({ method: 'GET', url: freebusyPath(), headers: auth(token), body: '{}' }))).toBe(
    0,
  )
})
