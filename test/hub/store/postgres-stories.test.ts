import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HubStore } from '../../../hub/store/hub-store.ts'
import { createPostgresStore } from '../../../hub/store/postgres/postgres-store.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { at } from '../../support/builders.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { type Postgres, startPostgres } from '../../../build/services/postgres.ts'
import { anAttempt, aReservation } from './contract/kept-things.ts'
import { lead } from './contract/store-of-test.ts'

let postgres: Postgres
let prepared: string
let url: string
const closings: (() => Promise<void>)[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  prepared = await postgres.database()
  const store = createPostgresStore(prepared, createMemoryLog())
  await store.prepare()
  await store.close()
}, 60_000)
beforeEach(async () => {
  url = await postgres.database(prepared)
})
afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()))
})
afterAll(() => postgres.remove())

/** A hub's own connections to the database that all hubs share. */
function aHub(of = url, log = createMemoryLog()): HubStore {
  const store = createPostgresStore(of, log)
  closings.push(store.close)
  return store
}

/** Somebody at the database itself. */
async function anOperator(of = url): Promise<(statement: string) => Promise<readonly unknown[]>> {
  const client = new Client({ connectionString: of })
  await client.connect()
  closings.push(() => client.end())
  return async (statement) => (await client.query<Record<string, unknown>>(statement)).rows
}

const attemptAt = (number: number) => anAttempt({ booking: bookingIdOf(`meeting-${number}/0/1`) })
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

test('of two hubs that take the lease in the same moment one gets it, each time', async () => {
  const [one, other] = [aHub(), aHub()]
  for (const epoch of numbers(50).map((number) => number + 1)) {
    const answers = await Promise.all([one.lease.take('one'), other.lease.take('other')])
    const taken = answers.filter((answer) => answer.ok && answer.value.kind === 'taken')
    expect(taken).toEqual([{ ok: true, value: { kind: 'taken', epoch } }])
    await one.lease.giveUp(epoch)
  }
})

test('of two hubs that both believe to lead one begins each of 200 attempts', async () => {
  const [one, other] = [aHub(), aHub()]
  const epoch = await lead(one)
  for (const number of numbers(200)) {
    const attempt = attemptAt(number)
    const [first, second] = await Promise.all([
      one.attempts.begin(epoch, attempt),
      other.attempts.begin(epoch, attempt),
    ])
    const kinds = [first, second].map((begun) => (begun.ok ? begun.value.kind : begun.error.code))
    expect(kinds.toSorted()).toEqual(['alreadyBegun', 'begun'])
  }
  expect(await one.attempts.endingAfter(at('00:00'))).toHaveProperty('value.length', 200)
})

test('a take-over waits for the write that the old hub has begun, and then the old hub writes nothing', async () => {
  const [old, next, operator] = [aHub(), aHub(), await anOperator()]
  const epoch = await lead(old)
  // Another session has the booking's place in the index, so that the old hub's write lasts.
  await operator('BEGIN')
  await operator(`INSERT INTO attempts (epoch, room, booking, verdict, starts_at, ends_at, at)
    SELECT 1, '${attemptAt(0).room}', '${attemptAt(0).booking}', 'end', now(), now(), now()`)
  const begun = old.attempts.begin(epoch, attemptAt(0))
  const watcher = await anOperator()
  const waiting = async () =>
    (await watcher(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).length
  await expect.poll(waiting).toBe(1)
  await watcher(`UPDATE lease SET expires_at = clock_timestamp()`)
  const taken = next.lease.take('next')
  await expect.poll(waiting).toBe(2)
  await operator('ROLLBACK')
  expect(await begun).toMatchObject({ ok: true, value: { kind: 'begun' } })
  expect(await taken).toEqual({ ok: true, value: { kind: 'taken', epoch: epoch + 1 } })
  expect(await old.attempts.begin(epoch, attemptAt(1))).toEqual({ ok: false, error: { code: 'notLeading' } })
})

test('a database that is killed while attempts are committed keeps each that was told to be begun', async () => {
  const hub = aHub()
  const epoch = await lead(hub)
  const begun: string[] = []
  const refusals: unknown[] = []
  const beginning = async (): Promise<void> => {
    for (let number = 0; refusals.length === 0; number++) {
      const attempt = attemptAt(number)
      const answer = await hub.attempts.begin(epoch, attempt)
      if (answer.ok) begun.push(attempt.booking)
      else refusals.push(answer.error.code)
      if (number === 20) void postgres.kill()
    }
  }
  await beginning()
  expect(refusals).toEqual(['unavailable'])
  expect(await hub.lease.renew(epoch)).toMatchObject({ error: { code: 'unavailable' } })
  await postgres.start()
  // The same hub goes on by itself, and leads as before.
  expect(await hub.lease.renew(epoch)).toEqual({ ok: true, value: undefined })
  const kept = await hub.attempts.endingAfter(at('00:00'))
  const bookings = kept.ok ? kept.value.map(({ booking }) => booking) : []
  expect(bookings).toEqual(expect.arrayContaining(begun))
  expect(bookings.length - begun.length).toBeLessThanOrEqual(1)
})

test('a connection that is cut under a question is named, and the next question finds another one', async () => {
  const [hub, operator] = [aHub(), await anOperator()]
  await lead(hub)
  await operator('BEGIN')
  await operator('LOCK TABLE attempts')
  const asked = hub.attempts.endingAfter(at('00:00'))
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'room-panel-hub' AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await operator(cut)).length).toBe(1)
  expect(await asked).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  await operator('ROLLBACK')
  expect(await hub.attempts.endingAfter(at('00:00'))).toEqual({ ok: true, value: [] })
})

test('connections that are cut while they are idle are not missed', async () => {
  const log = createMemoryLog()
  const [hub, operator] = [aHub(url, log), await anOperator()]
  await lead(hub)
  const hubs = `FROM pg_stat_activity WHERE application_name = 'room-panel-hub'`
  const cut = await operator(`SELECT pg_terminate_backend(pid) ${hubs}`)
  const lost = () => log.lines.filter(({ event }) => event === 'store.connection-lost')
  await expect.poll(() => lost().length, { timeout: 10_000 }).toBe(cut.length)
  expect(await hub.lease.renew(1)).toEqual({ ok: true, value: undefined })
})

test('two hubs that start at once make one set of tables', async () => {
  const empty = await postgres.database()
  const [one, other] = [aHub(empty), aHub(empty)]
  const prepared = { ok: true, value: undefined }
  expect(await Promise.all([one.prepare(), other.prepare()])).toEqual([prepared, prepared])
  expect(await one.prepare()).toEqual(prepared)
  expect(await one.lease.take('one')).toEqual({ ok: true, value: { kind: 'taken', epoch: 1 } })
})

test('a hub needs no more rights than the owner of its database has', async () => {
  const operator = await anOperator()
  await operator('CREATE ROLE ordinary LOGIN')
  await operator('CREATE DATABASE of_ordinary OWNER ordinary')
  const hub = aHub(url.replace('//hub@', '//ordinary@').replace(/test\d+/, 'of_ordinary'))
  expect(await hub.prepare()).toEqual({ ok: true, value: undefined })
  expect(await hub.reservations.keep(await lead(hub), aReservation())).toEqual({ ok: true, value: 'kept' })
})

test('a database of a newer version is called foreign, and so is what a newer version has kept', async () => {
  const [hub, operator] = [aHub(), await anOperator()]
  await hub.reservations.keep(await lead(hub), aReservation())
  await operator(`UPDATE reservations SET state = '{"kind": "dreamt"}'`)
  expect(await hub.reservations.endingAfter(at('00:00'))).toMatchObject({ error: { code: 'foreign' } })
  await operator(`INSERT INTO migrations (name, run_on) VALUES ('9999_newer', now())`)
  expect(await hub.prepare()).toMatchObject({ error: { code: 'foreign' } })
})

test('a database that nobody can connect to is unavailable', async () => {
  const hub = aHub(url.replace(/test\d+/, 'nowhere'))
  expect(await hub.prepare()).toMatchObject({ error: { code: 'unavailable' } })
  expect(await hub.doors.list()).toMatchObject({ error: { code: 'unavailable' } })
})
