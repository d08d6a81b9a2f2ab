import { afterEach, expect, test } from 'vitest'

import * as faults from '../../simulator/faults/fault.ts'
import { type ServedWorld, serveWorld } from '../../simulator/server.ts'
import type { World } from '../../simulator/world.ts'
import { auth, aWorld } from './a-world.ts'

const open = new Set<ServedWorld>()

afterEach(async () => {
  await Promise.all([...open].map(({ close }) => close()))
  open.clear()
})

/** A served world whose pauses end when the test says so, and that tells when it has been asked. */
const served = async () => {
  const scene = aWorld()
  let tell = (): void => undefined
  const asked = (): Promise<void> => new Promise((resolve) => (tell = resolve))
  const world: World = {
    ...scene.world,
    answer: (request) => {
      tell()
      return scene.world.answer(request)
    },
  }
  const pauses: { ms: number; end: () => void; isCancelled: boolean }[] = []
  const door = await serveWorld(world, {
    after: (ms, end) => {
      const pause = { ms, end, isCancelled: false }
      pauses.push(pause)
      return () => void (pause.isCancelled = true)
    },
  })
  open.add(door)
  const read = (signal?: AbortSignal) =>
    fetch(door.origin + scene.freebusyPath(), { headers: auth(scene.token), ...(signal && { signal }) })
  return { ...scene, door, pauses, asked, read }
}

test('listens on this machine alone and answers with the headers of the world', async () => {
  const { door, read } = await served()
  expect(door.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const answer = await read()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('date')).toBe('Mon, 12 Oct 2026 01:00:00 GMT')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(answer.headers.get('x-tt-logid')).toMatch(/^20261012090000/)
  expect(await answer.json()).toMatchObject({ code: 0 })
})

test('an unknown path is plain text', async () => {
  const { door } = await served()
  const answer = await fetch(`${door.origin}/open-apis/none`)
  expect([answer.status, await answer.text()]).toEqual([404, '404 page not found'])
})

test("the gateway's page comes through", async () => {
  const { world, read } = await served()
  world.fail('freebusy', faults.gatewayPage(504))
  const answer = await read()
  expect([answer.status, answer.headers.get('server')]).toEqual([504, 'Tengine'])
})

test('a body that is cut off in the middle breaks after the head', async () => {
  const { world, read } = await served()
  world.fail('freebusy', faults.bodyCut())
  const answer = await read()
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test.each([faults.connectionRefused(), faults.answerLost()])(
  'a broken connection gives no answer',
  async (fault) => {
    const { world, read } = await served()
    world.fail('freebusy', fault)
    await expect(read()).rejects.toThrow('fetch failed')
  },
)

test('in silence the caller has to give up', async () => {
  const { world, asked, read } = await served()
  world.fail('freebusy', faults.silence())
  const patience = new AbortController()
  const arrived = asked()
  const answer = read(patience.signal)
  await arrived
  patience.abort()
  await expect(answer).rejects.toThrow('aborted')
})

test('a slow answer waits as long as the world says', async () => {
  const { world, asked, read, pauses } = await served()
  world.fail('freebusy', faults.slow(6000))
  const arrived = asked()
  const answer = read()
  await arrived
  expect(pauses[0]?.ms).toBe(6000)
  pauses[0]?.end()
  expect((await answer).status).toBe(200)
})

test('closing breaks off what is slow and what is silent', async () => {
  const { world, door, asked, read, pauses } = await served()
  const readings: Promise<string>[] = []
  for (const fault of [faults.silence(), faults.slow(6000)]) {
    world.heal()
    world.fail('freebusy', fault)
    const arrived = asked()
    readings.push(
      read().then(
        () => 'answered',
        () => 'broken off',
      ),
    )
    await arrived
  }
  await door.close()
  expect(await Promise.all(readings)).toEqual(['broken off', 'broken off'])
  expect(pauses.map(({ isCancelled }) => isCancelled)).toEqual([true])
})

test('a port that is taken is an error', async () => {
  const { world, door } = await served()
  const port = Number(new URL(door.origin).port)
  await expect(serveWorld(world, { port, after: () => () => undefined })).rejects.toThrow('EADDRINUSE')
})
