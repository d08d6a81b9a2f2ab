import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { runner } from 'node-pg-migrate'
import { Client } from 'pg'
import type { Log } from '../../../engine/ports.ts'
import { err, ok } from '../../../shared/result.ts'
import type { StoreAnswer } from '../stored.ts'
import { answerOf } from './database.ts'

const folder = join(import.meta.dirname, 'migrations')
const table = 'migrations'

/**
 * Brings the database's tables to this version, in one transaction. Hubs that start at once do it one after
 * the other. Leaves a database alone that a newer version has changed.
 */
export async function migrate(url: string, log: Log): StoreAnswer<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  // Without a listener a connection that is lost between two statements would end the program.
  client.on('error', (cause) => log.warn('store.connection-lost', { cause }))
  const migrated = await answerOf(async () => {
    await client.connect()
    return migrateBy(client)
  })
  await client.end()
  if (!migrated.ok) return migrated
  const { done, foreign } = migrated.value
  if (done.length > 0) log.info('store.migrated', { migrations: done })
  return foreign.length > 0
    ? err({ code: 'foreign', cause: `The database has ${foreign.join(', ')} of a newer version` })
    : ok(undefined)
}

async function migrateBy(
  client: Client,
): Promise<{ readonly done: readonly string[]; readonly foreign: readonly string[] }> {
  const done = await runner({
    dbClient: client,
    dir: folder,
    migrationsTable: table,
    direction: 'up',
    // A second hub waits for the first.
    advisoryLockMode: 'wait',
    log: () => undefined,
  })
  const own = (await readdir(folder)).map((file) => parse(file).name)
  const { rows } = await client.query<{ readonly name: string }>(`SELECT name FROM ${table}`)
  return {
    done: done.map(({ name }) => name),
    foreign: rows.map(({ name }) => name).filter((name) => !own.includes(name)),
  }
}
