import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { doorRights, hubRights, type TopicRights } from '../../../shared/line/topics.ts'
import type { Account, Mosquitto } from '../../../build/services/mosquitto.ts'

/** Gives the broker an account, which may read and write topics that match these filters, and nothing else. */
async function addAccount(
  { url, admin }: Mosquitto,
  username: string,
  { read, write }: TopicRights,
): Promise<Account> {
  const password = randomBytes(16).toString('hex')
  const { hostname, port } = new URL(url)
  const who = ['-h', hostname, '-p', port, '-u', admin.username, '-P', admin.password]
  const control = (...words: readonly string[]) =>
    promisify(execFile)('mosquitto_ctrl', [...who, 'dynsec', ...words])
  await control('createRole', username)
  const acls = [
    ...read.flatMap((filter) => [
      ['subscribePattern', filter],
      ['publishClientReceive', filter],
    ]),
    ...write.map((filter) => ['publishClientSend', filter]),
  ]
  // oxlint-disable-next-line no-await-in-loop -- the plugin changes one file
  for (const [kind = '', filter = ''] of acls) await control('addRoleACL', username, kind, filter, 'allow')
  await control('createClient', username, '-p', password)
  await control('addClientRole', username, username)
  return { username, password }
}

export const addDoorAccount = (mosquitto: Mosquitto, door: string): Promise<Account> =>
  addAccount(mosquitto, door, doorRights(door))

export const addHubAccount = (mosquitto: Mosquitto): Promise<Account> =>
  addAccount(mosquitto, 'hub', hubRights)
