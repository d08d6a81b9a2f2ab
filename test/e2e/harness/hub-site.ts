import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { inProject } from '../../../build/project.mjs'
import { freePort } from '../../../build/services/free-port.ts'
import { startMosquitto } from '../../../build/services/mosquitto.ts'
import { startPostgres } from '../../../build/services/postgres.ts'
import { createClosing } from '../../../build/session/closing.mjs'
import { type HubProcess, startHubProcess } from '../../hub/story/hub-process.ts'
import { selfSigned } from '../../support/self-signed.ts'
import type { Kiosk } from './kiosk.ts'
import { appSecret, type SmallFeishu } from './small-feishu.ts'

/** A broker with TLS, a database and a hub, each as it is, for the room of this Feishu. */
export interface HubSite {
  /** A door's part of the configuration that says where its hub is. */
  readonly hub: { readonly broker: string; readonly caFile: string }
  /** What `room-panel-hub enrol` prints for a door of the room, as an order has it. */
  readonly enrolment: () => Promise<{
    readonly url: string
    readonly code: string
    readonly caFingerprint: string
  }>
  /** Starts a hub. It leads once it says `hub.leads`. */
  readonly startHub: () => Promise<HubProcess>
  /** Runs a command of the hub's to its end, and gives what it prints. Rejects if that fails. */
  readonly command: (...args: readonly string[]) => Promise<string>
  readonly close: () => Promise<void>
}

const printed = v.pipe(v.string(), v.parseJson(), v.object({ code: v.string(), caFingerprint: v.string() }))

export async function openHubSite(kiosk: Kiosk, feishu: SmallFeishu): Promise<HubSite> {
  const closing = createClosing()
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-site-'))
  closing.add(() => rm(folder, { recursive: true }))
  const mosquitto = await startMosquitto({ tls: selfSigned })
  closing.add(mosquitto.remove)
  const postgres = await startPostgres()
  closing.add(postgres.remove)
  const caFile = join(kiosk.folder, 'broker-ca.pem')
  await writeFile(caFile, selfSigned.cert)
  await chmod(caFile, 0o644)
  const fileWith = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const port = await freePort()
  const { room: _room, ...rules } = feishu.configuration
  const configuration = await fileWith(
    'config.json',
    JSON.stringify({
      ...rules,
      rooms: [feishu.room.id],
      appSecretFile: await fileWith('app-secret', appSecret),
      broker: {
        url: mosquitto.url,
        caFile,
        admin: {
          username: mosquitto.admin.username,
          passwordFile: await fileWith('broker-password', mosquitto.admin.password),
        },
      },
      database: { url: await postgres.database() },
      enrolment: { port },
    }),
  )
  const command: HubSite['command'] = async (...asked) => {
    const args = ['--import', 'tsx', inProject('hub', 'main.ts'), ...asked, '--config', configuration]
    return (await promisify(execFile)(process.execPath, args, { cwd: inProject() })).stdout
  }
  return {
    hub: { broker: mosquitto.url, caFile },
    enrolment: async () => ({
      url: `http://127.0.0.1:${port}/enrol`,
      ...v.parse(printed, await command('enrol', '--room', feishu.room.id, '--json')),
    }),
    command,
    startHub: async () => {
      const hub = startHubProcess(configuration, await mkdtemp(join(folder, 'hub-')))
      closing.add(hub.kill)
      return hub
    },
    close: closing.close,
  }
}
