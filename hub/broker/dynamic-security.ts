import * as v from 'valibot'
import { doorRights, hubRights, lineVersion, type TopicRights } from '../../shared/line/topics.ts'
import { err, ok } from '../../shared/result.ts'
import type { BrokerAdmin, BrokerAnswer } from './broker-admin.ts'
import type { PluginCommand, PluginControl } from './plugin-control.ts'

/**
 * A role's rights never change under one name, because the broker ends all connections of a role that is
 * changed, and with them its answer.
 */
const hubRole = `room-panel-hub-${lineVersion}`

const ofClient = v.object({ client: v.object({ roles: v.array(v.object({ rolename: v.string() })) }) })

/**
 * The accounts of a Mosquitto, over its own dynamic-security plugin. Each door's account has a role of its own,
 * because the plugin of Mosquitto 2.0 knows no patterns. `account` is the one with which this hub asks.
 *
 * The plugin writes all accounts to its file at each change, and the broker serves no client meanwhile: one
 * more account took 61 ms beside 500 others and 245 ms beside 2,500 (Mosquitto 2.0.11, two busy cores). So an
 * account is changed when its door is enrolled or rotated, and never those of all doors at once.
 */
export const createDynamicSecurity = (control: PluginControl, account: string): BrokerAdmin => ({
  prepare: () => prepare(control, account),
  admit: async (door, password) => {
    const role = { rolename: roleOf(door) }
    return verdictOn(
      await control([
        ...removal(door),
        { command: 'createRole', ...role, acls: aclsOf(doorRights(door)) },
        { command: 'createClient', username: door, password, roles: [role] },
      ]),
      nothingToRemove,
    )
  },
  setPassword: async (door, password) =>
    verdictOn(await control([{ command: 'setClientPassword', username: door, password }])),
  remove: async (door) => verdictOn(await control(removal(door)), nothingToRemove),
})

async function prepare(control: PluginControl, account: string): BrokerAnswer {
  const answered = await control([
    { command: 'setDefaultACLAccess', acls: closed },
    { command: 'createRole', rolename: hubRole, acls: aclsOf(hubRights) },
    { command: 'getClient', username: account },
  ])
  const prepared = verdictOn(answered, ['Role already exists'])
  if (!answered.ok || !prepared.ok) return prepared
  const client = v.safeParse(ofClient, answered.value.at(-1)?.data)
  const hasRole = client.success && client.output.client.roles.some(({ rolename }) => rolename === hubRole)
  // The plugin answers "Internal error" about a role that the account has already.
  return hasRole
    ? ok(undefined)
    : verdictOn(await control([{ command: 'addClientRole', username: account, rolename: hubRole }]))
}

/** The results of commands. With these words the plugin says that a command had already been carried out. */
function verdictOn(
  answered: Awaited<ReturnType<PluginControl>>,
  mayFind: readonly string[] = [],
): Awaited<BrokerAnswer> {
  if (!answered.ok) return answered
  const errors = answered.value.flatMap(({ error }) =>
    error === undefined || mayFind.includes(error) ? [] : [error],
  )
  return errors.length === 0 ? ok(undefined) : err({ code: 'refused', cause: errors })
}

const roleOf = (door: string): string => `room-panel-door-${door}`

const removal = (door: string): readonly PluginCommand[] => [
  { command: 'deleteClient', username: door },
  { command: 'deleteRole', rolename: roleOf(door) },
]
const nothingToRemove = ['Client not found', 'Role not found']

/** By Mosquitto's own default an account receives every topic that it could subscribe to. */
const closed = [
  { acltype: 'publishClientSend', allow: false },
  { acltype: 'publishClientReceive', allow: false },
  { acltype: 'subscribe', allow: false },
  { acltype: 'unsubscribe', allow: true },
]

/** A readable topic is allowed twice: to be subscribed to by this very filter or a narrower one, and to be delivered. */
const aclsOf = ({ read, write }: TopicRights): readonly object[] => [
  ...read.flatMap((topic) => [allowed('subscribePattern', topic), allowed('publishClientReceive', topic)]),
  ...write.map((topic) => allowed('publishClientSend', topic)),
]

const allowed = (acltype: string, topic: string): object => ({ acltype, topic, allow: true })
