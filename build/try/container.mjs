import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from '../run.mjs'
import { endProcess, exitOf } from '../session/end-process.mjs'

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'room-panel')
const base = join(cache, 'debian-12.tar')
const archives = join(cache, 'debian-12-archives')

/**
 * The packages of the container: a Debian that boots, a display in memory, tools that take its picture and
 * list open ports.
 */
const included = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'ca-certificates',
  'xvfb',
  'imagemagick',
  'iproute2',
  'procps',
]

/** @returns {Promise<string>} a Debian 12 as its installer leaves it, made once per machine */
export const debianBase = async () => {
  if (existsSync(base)) return base
  await mkdir(cache, { recursive: true })
  const packages = `--include=${included.join(',')}`
  await run('mmdebstrap', ['--variant=minbase', packages, 'bookworm', `${base}.part.tar`])
  await rename(`${base}.part.tar`, base)
  return base
}

const quiet = ['--register=no', '--keep-unit']

/**
 * Runs a command in a system that has not booted, as the builder of an image does, with this machine's
 * network.
 *
 * @param {string} folder of the system
 * @param {string[]} command
 */
export const runInImage = async (folder, command) => {
  await mkdir(archives, { recursive: true })
  const settings = [`--bind=${archives}:/var/cache/apt/archives`, '--setenv=DEBIAN_FRONTEND=noninteractive']
  return run('systemd-nspawn', ['-q', '-D', folder, ...quiet, '--console=pipe', ...settings, ...command])
}

/**
 * Replaces the real screen by one in memory, because a container has no console for X. Its picture is in a
 * file.
 */
const withoutScreen = `[Service]
Environment=
Environment=XDG_SESSION_TYPE=x11 XDG_SESSION_CLASS=user
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
UtmpIdentifier=
StandardInput=null
ExecStart=
ExecStart=/usr/bin/Xvfb :0 -screen 0 1280x800x24 -auth /run/room-panel/Xauthority -nolisten tcp -noreset -br -nocursor -s 0 -dpms -fbdir /run/room-panel
`

/** @param {string} folder of the system */
export const putDisplayInMemory = async (folder) => {
  const place = join(folder, 'etc', 'systemd', 'system', 'room-panel-display.service.d')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'in-memory.conf'), withoutScreen)
}

/** @typedef {Awaited<ReturnType<typeof boot>>} Container */

/**
 * Boots a system with its own systemd and without a network but its loopback.
 *
 * @param {string} folder of the system
 * @param {(end: () => Promise<void>) => void} atEnd receives the function that switches it off
 */
export const boot = async (folder, atEnd) => {
  const settings = ['--boot', '--private-network', '--console=passive']
  // Its /tmp is on its disk, as a tablet's is, unless the tablet itself mounts one.
  const env = { ...process.env, SYSTEMD_NSPAWN_TMPFS_TMP: '0' }
  const command = ['-q', '-D', folder, ...quiet, ...settings]
  const container = spawn('systemd-nspawn', command, { stdio: 'ignore', env })
  atEnd(() => endProcess(container))
  const leader = await patiently('the container to boot', async () => firstProcessOf(container.pid))
  const enter = (/** @type {string[]} */ spaces, /** @type {string[]} */ command) => [
    'nsenter',
    '--target',
    leader,
    ...spaces,
    '--',
    ...command,
  ]

  /**
   * Runs a command in the container, as root over SSH would.
   *
   * @param {string[]} command
   * @param {string} [input]
   * @returns {Promise<{ status: number, output: string, complaint: string }>}
   */
  const tryOut = async (command, input) => {
    const [program = '', ...args] = enter(['--all'], command)
    const child = spawn(program, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
    if (child.stdout === null || child.stderr === null) throw new Error('A process without its pipes')
    child.stdin?.end(input)
    const [status, output, complaint] = await Promise.all([
      exitOf(child),
      text(child.stdout),
      text(child.stderr),
    ])
    return { status, output, complaint }
  }
  const answer = async (/** @type {string[]} */ ...command) => {
    const { status, output, complaint } = await tryOut(command)
    if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${output}${complaint}`)
    return output.trim()
  }
  await patiently('systemd', async () => {
    const { output } = await tryOut(['systemctl', 'is-system-running'])
    return ['running', 'degraded', 'starting'].includes(output.trim()) ? true : undefined
  })
  return {
    tryOut,
    answer,
    /** The command line that runs a program of this machine on the network of that one. */
    onItsNetwork: (/** @type {string[]} */ ...command) => enter(['--net'], command),
    /** The command line that runs a program of this machine with that one's processes and no others before it. */
    amongItsProcesses: (/** @type {string[]} */ ...command) =>
      enter(['--pid'], ['unshare', '--mount-proc', ...command]),
    /** The command line that runs a program of this machine before that one's screen. */
    atItsScreen: (/** @type {string[]} */ ...command) =>
      enter(
        ['--net', '--uts'],
        ['env', 'DISPLAY=:0', `XAUTHORITY=/proc/${leader}/root/run/room-panel/Xauthority`, ...command],
      ),
    /** The path on this machine of a file of the container, including its mounts. */
    fileIn: (/** @type {string} */ path) => join('/proc', leader, 'root', path),
  }
}

/** @param {number | undefined} pid of systemd-nspawn */
const firstProcessOf = (pid) => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return children.find((child) => child !== '' && isApart(child))
}

/** @param {string} pid */
const isApart = (pid) => readlinkSync(`/proc/${pid}/ns/pid`) !== readlinkSync('/proc/self/ns/pid')

/**
 * Repeats a question until it has an answer.
 *
 * @template T
 * @param {string} what the awaited thing, for the error
 * @param {() => Promise<T | undefined>} ask
 * @param {number} [patience] ms
 * @returns {Promise<T>}
 */
export const patiently = async (what, ask, patience = 60_000) => {
  const deadline = performance.now() + patience
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- this waits
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > deadline) throw new Error(`Waited for ${what} for ${patience / 1000} s`)
    // oxlint-disable-next-line no-await-in-loop -- this waits
    await delay(500)
  }
}
