import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { HubStore } from '../../../hub/store/hub-store.ts'
import { createPostgresStore } from '../../../hub/store/postgres/postgres-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { type Postgres, startPostgres } from '../../../build/services/postgres.ts'
import { describeHubStore } from './contract/contract.ts'

let postgres: Postgres
let store: HubStore
let client: Client

beforeAll(async () => {
  postgres = await startPostgres()
  const url = await postgres.database()
  store = createPostgresStore(url, createMemoryLog())
  const prepared = await store.prepare()
  if (!prepared.ok) throw prepared.error.cause
  client = new Client({ connectionString: url })
  await client.connect()
}, 60_000)
afterAll(async () => {
  await client.end()
  await store.close()
  await postgres.remove()
})

const asItWasMade = `
  TRUNCATE check_ins, attempts, reservations, doors, enrolment_codes, audit, app_tickets RESTART IDENTITY;
  UPDATE lease SET epoch = 0, holder = '', expires_at = '-infinity'`

describeHubStore(async () => {
  await client.query(asItWasMade)
  return {
    store,
    // Its own clock can't be moved, so all that it has to compare with it is moved instead.
    passes: async (ms) => {
      for (const table of ['lease', 'enrolment_codes'])
        await client.query(`UPDATE ${table} SET expires_at = expires_at - $1 * interval '1 ms'`, [ms])
    },
  }
})
