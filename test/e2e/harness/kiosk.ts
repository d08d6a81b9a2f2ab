import { spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { createClosing } from '../../../build/session/closing.mjs'
import { startDisplay } from '../../../build/session/display.mjs'
import { endProcess, exitOf } from '../../../build/session/end-process.mjs'
import { startBus, startKeyring } from '../../../build/session/keyring.mjs'
import { type OrdinaryUser, ordinaryUser, spawnAs } from '../../../build/session/ordinary-user.mjs'
import { makePrivateFolder } from '../../../build/session/private-folder.mjs'
import { programToDrive } from '../../../build/session/program.mjs'

/** Who runs the packed program, and in which surroundings. */
export interface Session {
  readonly user: OrdinaryUser
  readonly env: NodeJS.ProcessEnv
  readonly program: string
}

/** A tablet with its user logged in: a display in memory, a home, a message bus, a keyring that is open. */
export interface Kiosk {
  readonly session: Session
  /** The user's own; gone when the kiosk is closed. */
  readonly folder: string
  /** A session without a message bus, and so without a keyring. */
  readonly sessionWithoutKeyring: Session
  readonly lockKeyring: () => void
  /** Ends the keyring, and starts it anew and opened. */
  readonly restartKeyring: () => Promise<void>
  /** Runs a command of the program to its end; `more` is added to what surrounds it. */
  readonly run: (args: readonly string[], input: string, more?: NodeJS.ProcessEnv) => Promise<Finished>
  /** Starts the program as the tablet does, without a driver. */
  readonly start: (args: readonly string[]) => Started
  readonly close: () => Promise<void>
}

export interface Finished {
  readonly status: number
  readonly output: string
}

export interface Started {
  readonly pid: number
  readonly stop: () => Promise<void>
}

export async function openKiosk(): Promise<Kiosk> {
  const closing = createClosing()
  try {
    return { ...(await logIn(closing.add)), close: closing.close }
  } catch (error) {
    await closing.close()
    throw error
  }
}

async function logIn(atEnd: (end: () => Promise<void>) => void): Promise<Omit<Kiosk, 'close'>> {
  const user = ordinaryUser()
  const folder = await makePrivateFolder(user)
  atEnd(folder.remove)
  const display = await startDisplay(user)
  atEnd(display.stop)
  const bus = await startBus(user, folder)
  atEnd(bus.stop)
  // Debian's default where no language is set, as on a minimal image.
  const env = { ...folder.env, ...display.env, ...bus.env, LANG: 'C.UTF-8' }
  let keyring = await startKeyring(user, env)
  atEnd(() => keyring.stop())
  const program = await programToDrive()
  atEnd(program.remove)

  const session = { user, env, program: program.path }
  return {
    session,
    folder: folder.path,
    sessionWithoutKeyring: {
      ...session,
      env: { ...env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder.path}/no-bus` },
    },
    lockKeyring: () => lockKeyring(session),
    restartKeyring: async () => {
      await keyring.stop()
      keyring = await startKeyring(user, env)
    },
    run: (args, input, more = {}) => runProgram({ ...session, env: { ...env, ...more } }, args, input),
    start: (args) => startProgram(session, args),
  }
}

/** https://specifications.freedesktop.org/secret-service/latest/org.freedesktop.Secret.Service.html */
function lockKeyring({ user: { uid, gid }, env }: Session): void {
  const to = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets']
  const lock = [
    'org.freedesktop.Secret.Service.Lock',
    'array:objpath:/org/freedesktop/secrets/collection/login',
  ]
  const { status, stderr } = spawnSync('dbus-send', [...to, ...lock], { uid, gid, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The keyring was not locked: ${stderr}`)
}

async function runProgram(
  { user, env, program }: Session,
  args: readonly string[],
  input: string,
): Promise<Finished> {
  const child = spawnAs(user, [program, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  if (child.stdin === null || child.stdout === null) throw new Error('A process without its pipes')
  child.stdin.end(input)
  const [status, output] = await Promise.all([exitOf(child), text(child.stdout)])
  return { status, output }
}

function startProgram({ user, env, program }: Session, args: readonly string[]): Started {
  const child = spawnAs(user, [program, ...args], { env, stdio: 'ignore' })
  if (child.pid === undefined) throw new Error(`${program} could not be started`)
  return { pid: child.pid, stop: () => endProcess(child) }
}
