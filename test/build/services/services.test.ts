import { connectAsync } from 'mqtt'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { startMosquitto } from '../../../build/services/mosquitto.ts'
import { startPostgres } from '../../../build/services/postgres.ts'

test('a PostgreSQL keeps its databases when it is killed', async ({ onTestFinished }) => {
  const postgres = await startPostgres()
  onTestFinished(postgres.remove)
  const url = await postgres.database()
  const ask = async (statement: string): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(statement)
    await client.end()
    return rows
  }
  await ask('CREATE TABLE kept (word text)')
  await ask(`INSERT INTO kept VALUES ('there')`)
  await postgres.kill()
  await expect(ask('SELECT 1')).rejects.toThrow('connect')
  await postgres.start()
  expect(await ask('SELECT word FROM kept')).toEqual([{ word: 'there' }])
})

test('a Mosquitto lets its own accounts in alone, also after it was killed', async ({ onTestFinished }) => {
  const mosquitto = await startMosquitto()
  onTestFinished(mosquitto.remove)
  const tryWith = async (password: string): Promise<void> => {
    const { username } = mosquitto.admin
    const settings = { username, password, protocolVersion: 5, reconnectPeriod: 0 } as const
    const client = await connectAsync(mosquitto.url, settings, false)
    await client.endAsync()
  }
  await tryWith(mosquitto.admin.password)
  await expect(tryWith('another')).rejects.toThrow('Not authorized')
  await mosquitto.kill()
  await expect(tryWith(mosquitto.admin.password)).rejects.toThrow('ECONNREFUSED')
  await mosquitto.start()
  await tryWith(mosquitto.admin.password)
})
