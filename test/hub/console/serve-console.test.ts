import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPageFiles } from '../../../hub/console/page-files.ts'
import { aConsole } from './a-console.ts'

test('all doors are told to whoever may reach the port, and no answer is kept', async ({
  onTestFinished,
}) => {
  const { ask } = await aConsole(onTestFinished)
  const answer = await ask('/api/doors')
  expect(answer).toMatchObject({ status: 200, body: { isWhole: true, rows: [{ door: 'door-a' }] } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('each answer forbids frames, foreign scripts and guessing of types', async ({ onTestFinished }) => {
  const { ask } = await aConsole(onTestFinished)
  const answers = await Promise.all(
    ['/', '/assets/index.js', '/api/doors', '/nowhere'].map((path) => ask(path)),
  )
  for (const { headers } of answers) {
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test.for([
  ['GET', '/', 200, 'text/html; charset=utf-8'],
  ['HEAD', '/', 200, 'text/html; charset=utf-8'],
  ['GET', '/assets/index.js', 200, 'text/javascript; charset=utf-8'],
  ['GET', '/licences.md', 404, 'application/json'],
  ['GET', '/index.html', 404, 'application/json'],
  ['GET', '/assets/../secret.js', 404, 'application/json'],
  ['GET', '/%2e%2e/secret.js', 404, 'application/json'],
  ['DELETE', '/', 405, 'application/json'],
  ['PUT', '/api/doors', 405, 'application/json'],
  ['POST', '/api/doors', 405, 'application/json'],
] as const)('%s %s is answered by %i', async ([method, path, status, type], { onTestFinished }) => {
  const { raw } = await aConsole(onTestFinished)
  const head = await raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head.toLowerCase()).toContain(`content-type: ${type}`)
})

test('a page follows the doors for as long as it is open', async ({ onTestFinished }) => {
  const { serving, tell, followers } = await aConsole(onTestFinished)
  const leave = new AbortController()
  const answer = await fetch(`${serving.url}/api/doors/events`, { signal: leave.signal })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const reader = answer.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await next()).toMatch(/^data: \{.*"isWhole":true.*\}\n\n$/)
  await expect.poll(followers).toBe(1)
  tell()
  expect(await next()).toMatch(/^data: \{.*"isWhole":false.*\}\n\n$/)
  leave.abort()
  await expect.poll(followers).toBe(0)
})

test('a page that was not built is missing, and no fault', async ({ onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-page-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  expect(await readPageFiles(join(folder, 'none'))).toEqual(new Map())
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<p>')
  await writeFile(join(folder, 'assets', 'a.js'), '1')
  await writeFile(join(folder, 'licences.md'), '#')
  expect([...(await readPageFiles(folder)).keys()].toSorted()).toEqual(['/', '/assets/a.js'])
})

test('whoever breaks off in the middle of a request disturbs nobody', async ({ onTestFinished }) => {
  const { ask, serving } = await aConsole(onTestFinished)
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1')
  socket.write('GET /api/doors HTTP/1.1\r\nHost: x\r\n', () => socket.destroy())
  expect(await ask('/api/doors')).toMatchObject({ status: 200 })
})
