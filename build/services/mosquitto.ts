import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type OrdinaryUser, ordinaryUser } from '../session/ordinary-user.mjs'
import { makePrivateFolder } from '../session/private-folder.mjs'
import { freePort } from './free-port.ts'
import { type Service, startService } from './service.ts'

/** A real Mosquitto on a free port of the loopback address, with dynamic security: nobody gets in without an account. */
export interface Mosquitto {
  /** The same after `kill` and `start`. */
  readonly url: string
  /** An account that may make others, and nothing else. */
  readonly admin: Account
  /** Kills the broker as a power cut would. It forgets all messages, and keeps the accounts. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Ends the broker, and removes all that it had. */
  readonly remove: () => Promise<void>
}

/** Ordinary users have no such folder in their path. */
const program = '/usr/sbin/mosquitto'

export interface Account {
  readonly username: string
  readonly password: string
}

/** A broker's certificate for 127.0.0.1 and its key (PEM). */
interface Tls {
  readonly cert: string
  readonly key: string
}

export async function startMosquitto({ tls }: { readonly tls?: Tls } = {}): Promise<Mosquitto> {
  const user = ordinaryUser()
  const folder = await makePrivateFolder(user)
  const admin = { username: 'admin', password: randomBytes(16).toString('hex') }
  const accounts = join(folder.path, 'accounts.json')
  await promisify(execFile)('mosquitto_ctrl', ['dynsec', 'init', accounts, admin.username, admin.password])
  await chown(accounts, user.uid, user.gid)
  const port = await freePort()
  const file = join(folder.path, 'mosquitto.conf')
  await writeFile(
    file,
    [...(await settings(port, accounts)), ...(await tlsSettings(folder.path, tls)), ''].join('\n'),
  )
  let server = await startServer(user, file)
  return {
    url: `${tls === undefined ? 'mqtt' : 'mqtts'}://127.0.0.1:${port}`,
    admin,
    kill: () => server.end('SIGKILL'),
    start: async () => {
      server = await startServer(user, file)
    },
    remove: async () => {
      await server.end('SIGTERM')
      await folder.remove()
    },
  }
}

const startServer = (user: OrdinaryUser, file: string): Promise<Service> =>
  startService(user, [program, '-c', file], /mosquitto version \S+ running/)

const settings = async (port: number, accounts: string): Promise<readonly string[]> => [
  `listener ${port} 127.0.0.1`,
  'allow_anonymous false',
  `plugin ${await dynamicSecurity()}`,
  `plugin_opt_config_file ${accounts}`,
  'log_dest stderr',
]

/** Of the listener that was named last. */
async function tlsSettings(folder: string, tls: Tls | undefined): Promise<readonly string[]> {
  if (tls === undefined) return []
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await Promise.all([writeFile(cert, tls.cert), writeFile(key, tls.key)])
  return [`certfile ${cert}`, `keyfile ${key}`]
}

/** Debian has the plugin in a folder that is named after the processor. */
async function dynamicSecurity(): Promise<string> {
  const { stdout } = await promisify(execFile)('dpkg-query', ['-L', 'mosquitto'])
  const plugin = stdout.split('\n').find((file) => file.endsWith('/mosquitto_dynamic_security.so'))
  if (plugin === undefined) throw new Error('The package mosquitto has no dynamic security')
  return plugin
}
