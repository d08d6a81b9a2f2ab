import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openStore, withPassword } from '../../../hub/composition/open-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'

test.for([
  ['postgresql:///hub?host=/run/postgresql', { host: '/run/postgresql', database: 'hub' }],
  ['postgresql://me@db.example:5433/hub', { host: 'db.example', port: 5433, user: 'me', database: 'hub' }],
] as const)('the database at %s is told any password', ([url, place]) => {
  for (const password of ['simple', 'p%+ ä&/:@#?=x'])
    expect(new Client({ connectionString: withPassword(url, password) })).toMatchObject({
      ...place,
      password,
    })
  expect(withPassword(url, undefined)).toBe(url)
})

test('a password that is nowhere is named by its file', async () => {
  const database = { url: 'postgresql:///hub', passwordFile: '/nowhere/password' }
  expect(await openStore(database, createMemoryLog())).toEqual({
    ok: false,
    error: '/nowhere/password is missing',
  })
})
