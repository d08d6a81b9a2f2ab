import { createConnection, type Socket } from 'node:net'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endProcess } from '../../../build/session/end-process.mjs'
import { firstLineOf } from '../../../build/session/first-line.mjs'
import { type OrdinaryUser, spawnAs } from '../../../build/session/ordinary-user.mjs'
import { makePrivateFolder } from '../../../build/session/private-folder.mjs'

/** In the place of systemd-logind, on a system bus of its own: it tells that the tablet sleeps, and it never does. */
export interface LoginService {
  readonly env: { readonly DBUS_SYSTEM_BUS_ADDRESS: string }
  /** Says what logind says right before a sleep, and right after it. */
  readonly sleepAndWake: () => void
  readonly stop: () => Promise<void>
}

export async function startLoginService(user: OrdinaryUser): Promise<LoginService> {
  const folder = await makePrivateFolder(user)
  const [config, path] = [join(folder.path, 'bus.conf'), join(folder.path, 'bus')]
  await writeFile(config, openBus(path))
  const bus = spawnAs(user, ['dbus-daemon', '--nofork', `--config-file=${config}`, '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const address = await firstLineOf(bus, 3)
  const socket = createConnection(path)
  await signOn(socket)
  let serial = 0
  const send = (message: Omit<Message, 'serial'>): void =>
    void socket.write(bytesOf({ ...message, serial: (serial += 1) }))
  const ask = async (member: string, body?: Buffer): Promise<void> => {
    send({
      type: 1,
      fields: [...busFields, [3, 's', member], ...(body ? [[8, 'g', 'su'] as const] : [])],
      body,
    })
    await once(socket, 'data')
  }
  await ask('Hello')
  await ask('RequestName', Buffer.concat([text(login.name), aligned(text(login.name).length, 4), word(0)]))
  const tell = (isGoingToSleep: boolean): void =>
    send({
      type: 4,
      fields: [
        [1, 'o', login.path],
        [2, 's', login.interface],
        [3, 's', 'PrepareForSleep'],
        [8, 'g', 'b'],
      ],
      body: word(isGoingToSleep ? 1 : 0),
    })
  return {
    env: { DBUS_SYSTEM_BUS_ADDRESS: address },
    sleepAndWake: () => {
      tell(true)
      tell(false)
    },
    stop: async () => {
      socket.destroy()
      await endProcess(bus)
      await folder.remove()
    },
  }
}

/** A bus on which any program may have any name: https://dbus.freedesktop.org/doc/dbus-daemon.1.html */
const openBus = (path: string): string => `<busconfig>
  <type>system</type>
  <listen>unix:path=${path}</listen>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow send_type="signal"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>`

/** https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html */
const login = {
  name: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1',
  interface: 'org.freedesktop.login1.Manager',
}

/** As much of https://dbus.freedesktop.org/doc/dbus-specification.html as it takes to have a name and to tell something. */
interface Message {
  /** 1 is a call, 4 a signal. */
  readonly type: 1 | 4
  readonly serial: number
  readonly fields: readonly Field[]
  readonly body?: Buffer | undefined
}

type Field = readonly [code: number, type: 's' | 'o' | 'g', value: string]

const busFields: readonly Field[] = [
  [1, 'o', '/org/freedesktop/DBus'],
  [2, 's', 'org.freedesktop.DBus'],
  [6, 's', 'org.freedesktop.DBus'],
]

async function signOn(socket: Socket): Promise<void> {
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  await once(socket, 'connect')
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`)
  await once(socket, 'data')
  socket.write('BEGIN\r\n')
}

function bytesOf({ type, serial, fields, body = Buffer.alloc(0) }: Message): Buffer {
  const array = fields.reduce(
    (before, field) => Buffer.concat([before, aligned(before.length, 8), fieldBytes(field)]),
    Buffer.alloc(0),
  )
  const start = Buffer.from(['l'.charCodeAt(0), type, 0, 1])
  const header = Buffer.concat([start, word(body.length), word(serial), word(array.length), array])
  return Buffer.concat([header, aligned(header.length, 8), body])
}

/** A field begins at a multiple of 8, and its text at one of 4. */
const fieldBytes = ([code, type, value]: Field): Buffer =>
  Buffer.concat([
    Buffer.from([code, 1, type.charCodeAt(0), 0]),
    type === 'g' ? Buffer.from([value.length, ...Buffer.from(value), 0]) : text(value),
  ])

const text = (value: string): Buffer => Buffer.concat([word(value.length), Buffer.from(`${value}\0`)])

const aligned = (length: number, to: number): Buffer => Buffer.alloc((to - (length % to)) % to)

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
