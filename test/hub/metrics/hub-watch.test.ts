import { expect, test } from 'vitest'
import type { CompanyCalendar } from '../../../engine/company-calendar.ts'
import type { Http } from '../../../engine/ports.ts'
import { watchHub } from '../../../hub/metrics/hub-watch.ts'
import { serveMetrics } from '../../../hub/metrics/serve-metrics.ts'
import { encodeMessage } from '../../../shared/line/codec.ts'
import { messages } from '../../../shared/line/messages.ts'
import { fromTopic, toTopic } from '../../../shared/line/topics.ts'
import { err, ok } from '../../../shared/result.ts'
import { days, minutes, seconds } from '../../../shared/time/time.ts'
import { at, aWindow } from '../../support/builders.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { aView } from '../../support/line/messages.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryBroker } from '../../support/memory/memory-broker.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { anAttempt } from '../store/contract/kept-things.ts'
import { metricsIn } from './metrics-in.ts'

/** A calendar of which the room that is called `broken` can't be read. */
const company: CompanyCalendar = {
  roomCalendar: () => expect.fail('No room is asked for'),
  readRooms: async () => ok([]),
  readSchedules: async (rooms) =>
    ok(new Map(rooms.map((room) => [room, room === 'broken' ? err({ code: 'roomUnreadable' }) : ok([])]))),
}

async function aWatchedHub(http: Http = async () => expect.fail('No call is made')) {
  const clock = createVirtualClock(at('10:05'))
  const broker = createMemoryBroker(clock)
  const store = createMemoryHubStore(clock)
  const calls = {
    count: () => undefined,
    shareOf: (calls: number) => ({ calls, spent: 1234, since: at('00:00') }),
  }
  const watch = watchHub({ clock, calls, callsPerMonth: 400_000, http, line: lineTo(broker, clock, 'hub') })
  const served = await serveMetrics(watch, createMemoryLog(), 0)
  const { url, close } = served.ok ? served.value : expect.fail('There is a free port')
  await clock.advance(seconds(1))
  return {
    clock,
    broker,
    store,
    watch,
    close,
    ask: (path: string, method = 'GET') => fetch(url + path, { method }),
    /** The value of a metric of the hub, as Prometheus reads it. */
    value: async (name: string): Promise<number | undefined> =>
      metricsIn(await (await fetch(`${url}/metrics`)).text()).get(`room_panel_hub_${name}`),
  }
}

test('metrics are served at one place alone, in the format that Prometheus reads', async ({
  onTestFinished,
}) => {
  const { ask, close } = await aWatchedHub()
  onTestFinished(close)
  const answer = await ask('/metrics')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ])
  expect((await ask('/')).status).toBe(404)
  expect((await ask('/metrics', 'POST')).status).toBe(405)
  const names = [...metricsIn(await answer.text()).keys()]
  expect(names).toEqual(expect.arrayContaining(['process_resident_memory_bytes', 'room_panel_hub_leading']))
})

test('a hub that has not reached its database yet says so, and nothing that it can’t know', async ({
  onTestFinished,
}) => {
  const { value, close } = await aWatchedHub()
  onTestFinished(close)
  expect(await Promise.all(['leading', 'epoch', 'database_up', 'broker_connected'].map(value))).toEqual([
    0, 0, 0, 1,
  ])
  expect(await Promise.all(['doors', 'oldest_reading_age_seconds', 'attempts_open'].map(value))).toEqual([
    NaN,
    NaN,
    NaN,
  ])
  expect(await Promise.all(['month_calls', 'month_calls_limit'].map(value))).toEqual([1234, 400_000])
})

test('who leads says with which lease, until it is lost', async ({ onTestFinished }) => {
  const { value, watch, close } = await aWatchedHub()
  onTestFinished(close)
  let isHeld = true
  const lead = watch.leads({ epoch: 7, isHeld: () => isHeld })
  expect([await value('leading'), await value('epoch')]).toEqual([1, 7])
  isHeld = false
  expect([await value('leading'), await value('epoch')]).toEqual([0, 7])
  isHeld = true
  lead()
  expect([await value('leading'), await value('epoch')]).toEqual([0, 7])
})

test('the oldest reading is that of the room that was read longest ago, or never since this hub leads', async ({
  onTestFinished,
}) => {
  const { value, watch, clock, close } = await aWatchedHub()
  onTestFinished(close)
  const age = () => value('oldest_reading_age_seconds')
  const { readSchedules } = watch.company(company)
  watch.knows({ rooms: ['one', 'broken'] })
  watch.leads({ epoch: 1, isHeld: () => true })
  await clock.advance(minutes(1))
  await readSchedules(['one', 'broken'], aWindow)
  await clock.advance(seconds(10))
  expect(await age()).toBe(70)
  watch.knows({ rooms: ['one'] })
  expect(await age()).toBe(10)
})

test('calls are counted by what came of them', async ({ onTestFinished }) => {
  const answers = [
    { status: 200, text: '{"code": 0, "data": {}}' },
    { status: 200, text: '{"code": 99991400, "msg": "too fast"}' },
    { status: 400, text: '{"code": 121004}' },
    { status: 502, text: '{"code": 0}' },
    { status: 200, text: '<html>' },
  ]
  const { value, watch, close } = await aWatchedHub(async () => {
    const next = answers.shift()
    if (next === undefined) throw new Error('No answer')
    return { ...next, header: () => undefined }
  })
  onTestFinished(close)
  const request = {
    method: 'GET',
    url: 'https://open.feishu.cn',
    headers: {},
    onGivenUp: () => undefined,
  } as const
  for (let call = 0; call < 5; call++)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await watch.http(request)
  await expect(watch.http(request)).rejects.toThrow('No answer')
  const outcomes = ['done', 'refused', 'failed', 'unanswered']
  expect(await Promise.all(outcomes.map((one) => value(`calls_total{outcome="${one}"}`)))).toEqual([
    1, 2, 2, 1,
  ])
})

test('views are counted by whether the broker took them', async ({ onTestFinished }) => {
  const { value, watch, broker, close } = await aWatchedHub()
  onTestFinished(close)
  const taken = (outcome: string) => value(`messages_published_total{kind="view",outcome="${outcome}"}`)
  expect(await taken('taken')).toBe(0)
  const payload = JSON.stringify(aView())
  const view = { ...messages.room, topic: toTopic('door-a', 'room'), payload }
  await watch.line.publish(view)
  broker.kill()
  await watch.line.publish(view)
  expect([await taken('taken'), await taken('offline'), await value('broker_connected')]).toEqual([1, 1, 0])
})

test('doors are known from the database, and heard on the line', async ({ onTestFinished }) => {
  const { value, watch, broker, store, clock, close } = await aWatchedHub()
  onTestFinished(close)
  for (const door of ['door-a', 'door-b', 'door-c', 'door-d']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await store.doors.addCode(door, 'room', days(1))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await store.doors.redeemCode(door, door)
  }
  await store.doors.unassign('door-d')
  watch.knows({ store })
  const says = async (door: string, session: string, on: boolean) => {
    const payload = encodeMessage({ v: 1, session, on, version: '0.1.0' })
    const line = lineTo(broker, clock, door)
    await clock.advance(seconds(1))
    await line.publish({
      ...messages.presence,
      topic: fromTopic(door, 'presence'),
      payload: payload.ok ? payload.value : '',
    })
  }
  await says('door-a', 'first', true)
  await says('door-b', 'first', true)
  await says('door-b', 'first', false)
  const doors = async () => [await value('doors'), await value('doors_silent'), await value('doors_cloned')]
  expect(await doors()).toEqual([3, 2, 0])
  await says('door-a', 'second', true)
  await says('door-a', 'first', true)
  expect(await doors()).toEqual([3, 2, 1])
  store.state.isDown = true
  expect([await value('doors'), await value('database_up')]).toEqual([NaN, 0])
})

test('an attempt is open until its outcome is certain', async ({ onTestFinished }) => {
  const { value, watch, store, close } = await aWatchedHub()
  onTestFinished(close)
  watch.knows({ store })
  const taken = await store.lease.take('hub')
  const epoch = taken.ok ? taken.value.epoch : 0
  const begun = await store.attempts.begin(epoch, anAttempt())
  expect([await value('attempts_open'), await value('database_up')]).toEqual([1, 1])
  const id = begun.ok && begun.value.kind === 'begun' ? begun.value.id : ''
  await store.attempts.settle(epoch, id, 'uncertain')
  expect(await value('attempts_open')).toBe(1)
  await store.attempts.settle(epoch, id, 'done')
  expect(await value('attempts_open')).toBe(0)
})
