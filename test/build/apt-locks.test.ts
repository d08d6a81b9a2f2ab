import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { run } from '../../build/run.mjs'
import { onceUnlocked } from '../../build/setup/apt-locks.mjs'

/** Debian's own apt with all that it keeps in one folder, and one package to install, which it need not unpack. */
async function ownApt() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-apt-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const at = (...path: readonly string[]): string => join(folder, ...path)
  for (const made of ['lists/partial', 'archives/partial', 'dpkg', 'package/DEBIAN', 'sources'])
    await mkdir(at(made), { recursive: true })
  const control =
    'Package: magnolia\nVersion: 1\nArchitecture: all\nMaintainer: M <m@example.com>\nDescription: M\n'
  await writeFile(at('package/DEBIAN/control'), control)
  await run('dpkg-deb', ['--root-owner-group', '--build', at('package'), at('magnolia_1_all.deb')])
  const settings = [
    `Dir::State::Lists "${at('lists')}";`,
    `Dir::State::status "${at('dpkg/status')}";`,
    `Dir::Cache "${at()}";`,
    `Dir::Cache::Archives "${at('archives')}";`,
    `Dir::Etc::SourceList "/dev/null";`,
    `Dir::Etc::SourceParts "${at('sources')}";`,
    `Dir::Bin::dpkg "/bin/true";`,
    'APT::Sandbox::User "";',
  ]
  await writeFile(at('apt.conf'), settings.join('\n'))
  await writeFile(at('dpkg/status'), '')
  const env = { ...process.env, APT_CONFIG: at('apt.conf'), LC_ALL: 'C' }
  return {
    at,
    update: () => run('apt-get', ['update'], { env }),
    install: () => run('apt-get', ['install', '-y', at('magnolia_1_all.deb')], { env }),
  }
}

/** The way in which apt and dpkg hold theirs, which Node has no call for. */
const holding =
  'import fcntl, sys; f = open(sys.argv[1], "w"); fcntl.lockf(f, fcntl.LOCK_EX); print("held", flush=True); sys.stdin.read()'

async function hold(file: string): Promise<{ readonly pid: number; readonly letGo: () => void }> {
  const holder: ChildProcess = spawn('python3', ['-c', holding, file])
  onTestFinished(() => void holder.stdin?.end())
  await once(holder.stdout ?? expect.fail('no output'), 'data')
  return { pid: holder.pid ?? 0, letGo: () => void holder.stdin?.end() }
}

/** apt takes half a second for each command, and more on a busy machine. */
const patiently = { timeout: 60_000 }

test.each([
  { lock: 'lists/lock', command: 'update' },
  { lock: 'archives/lock', command: 'install' },
  { lock: 'dpkg/lock-frontend', command: 'install' },
  { lock: 'dpkg/lock', command: 'install' },
] as const)('waits for whoever holds $lock, and says so once', patiently, async ({ lock, command }) => {
  const apt = await ownApt()
  const { pid, letGo } = await hold(apt.at(lock))
  await expect(apt[command]()).rejects.toThrow('Could not get lock')

  const said: string[] = []
  let tries = 0
  await onceUnlocked(
    () => {
      if ((tries += 1) === 3) letGo()
      return apt[command]()
    },
    { say: (line) => said.push(line), pause: 1 },
  )
  expect(tries).toBeGreaterThanOrEqual(3)
  expect(said).toEqual([`waiting for process ${pid} (python3), which holds ${apt.at(lock)} …`])
})

test('ends with apt’s own words when the lock is held for too long', patiently, async () => {
  const apt = await ownApt()
  const { pid } = await hold(apt.at('lists/lock'))
  const said: string[] = []
  const waiting = onceUnlocked(apt.update, { say: (line) => said.push(line), pause: 1, limit: 0 })
  await expect(waiting).rejects.toThrow(`It is held by process ${pid} (python3)`)
  expect(said).toEqual([])
})

test('does not repeat what fails for another reason', async () => {
  let tries = 0
  const failing = async (): Promise<never> => {
    tries += 1
    throw new Error('E: Unable to locate package magnolia')
  }
  await expect(onceUnlocked(failing)).rejects.toThrow('Unable to locate')
  expect(tries).toBe(1)
})
