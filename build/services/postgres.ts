import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { commandAs, type OrdinaryUser, ordinaryUser } from '../session/ordinary-user.mjs'
import { makePrivateFolder } from '../session/private-folder.mjs'
import { type Service, startService } from './service.ts'

/** Where Debian's package `postgresql-15` has the programs of the server. */
const programs = '/usr/lib/postgresql/15/bin'

/** A real PostgreSQL with a cluster of its own, in a temporary folder. It listens on a socket in that folder alone. */
export interface Postgres {
  /** The URL of a new database: empty, or a copy of another one to which nobody is connected. */
  readonly database: (copyOf?: string) => Promise<string>
  /** Kills the server as a power cut would; `start` starts it again with the same databases. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Ends the server, and removes all that it had. */
  readonly remove: () => Promise<void>
}

export async function startPostgres(): Promise<Postgres> {
  const user = ordinaryUser()
  const folder = await makePrivateFolder(user)
  const data = join(folder.path, 'data')
  await makeCluster(user, data)
  const start = (): Promise<Service> => startServer(user, data, folder.path)
  const urlOf = (name: string): string =>
    `postgresql://hub@localhost/${name}?host=${encodeURIComponent(folder.path)}`
  let server = await start()
  let databases = 0
  return {
    database: async (copyOf) => {
      databases += 1
      const name = `test${databases}`
      const template = copyOf === undefined ? 'template1' : new URL(copyOf).pathname.slice(1)
      await onServer(urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`)
      return urlOf(name)
    },
    kill: () => server.end('SIGKILL'),
    start: async () => {
      server = await start()
    },
    remove: async () => {
      // Ends all connections at once, and leaves nothing to be written: the folder goes, too.
      await server.end('SIGQUIT')
      await folder.remove()
    },
  }
}

async function makeCluster(user: OrdinaryUser, data: string): Promise<void> {
  const settings = ['--auth=trust', '--username=hub', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
  const [command, ...args] = commandAs(user, [join(programs, 'initdb'), `--pgdata=${data}`, ...settings])
  await promisify(execFile)(command, args, { cwd: '/' })
}

/**
 * Without `fsync`: what a killed process wrote is the system's already. The processes of a killed server end
 * a moment after it, and until then no other server takes its cluster.
 */
async function startServer(user: OrdinaryUser, data: string, sockets: string): Promise<Service> {
  const settings = ['listen_addresses=', `unix_socket_directories=${sockets}`, 'fsync=off', 'TimeZone=UTC']
  const command = [join(programs, 'postgres'), '-D', data, ...settings.flatMap((one) => ['-c', one])]
  const isReady = /ready to accept connections/
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const started = await startService(user, command, isReady).catch((cause: unknown) => ({ cause }))
    if ('end' in started) return started
    if (!/shared memory block .* is still in use/.test(String(started.cause))) throw started.cause
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
