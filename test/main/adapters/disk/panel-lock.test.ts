import { spawn } from 'node:child_process'
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { endProcess, exitOf } from '../../../../build/session/end-process.mjs'
import { firstLineOf } from '../../../../build/session/first-line.mjs'
import { hold, isHeld, socketFor } from '../../../../main/adapters/disk/panel-lock.ts'

async function aSocket(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return socketFor('/var/lib/room-panel', folder)
}

/** Another process that listens there. */
async function otherPanel(socket: string) {
  const script = 'require("net").createServer().listen(process.argv[1], () => console.log("listening"))'
  const other = spawn(process.execPath, ['-e', script, socket], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => endProcess(other))
  await firstLineOf(other, 1)
  return other
}

test('one panel has a folder, and another one is told so until the first is killed', async () => {
  const socket = await aSocket()
  const other = await otherPanel(socket)
  expect(await isHeld(socket)).toBe(true)
  expect(await hold(socket)).toEqual({ kind: 'another' })
  const ended = exitOf(other)
  other.kill('SIGKILL')
  await ended
  expect(await isHeld(socket)).toBe(false)
  expect(await hold(socket)).toEqual({ kind: 'mine' })
  expect(await isHeld(socket)).toBe(true)
  expect(await hold(socket)).toEqual({ kind: 'another' })
})

test.for([
  ['nothing', async () => {}, 'mine'],
  ['a plain file', (path: string) => writeFile(path, ''), 'mine'],
  ['a link that leads nowhere', (path: string) => symlink('an-older-name-4711', path), 'mine'],
  ['a folder', (path: string) => mkdir(path), 'unsure'],
] as const)('with %s in the place of the socket no panel runs, and one can', async ([, put, kind]) => {
  const socket = await aSocket()
  await put(socket)
  expect(await isHeld(socket)).toBe(false)
  expect(await hold(socket)).toMatchObject({ kind })
})

test('the panel that has the folder reads nothing of who connects', async () => {
  const socket = await aSocket()
  expect(await hold(socket)).toEqual({ kind: 'mine' })
  const stranger = connect(socket)
  stranger.write('x'.repeat(1_000_000))
  await new Promise((resolve) => stranger.once('error', resolve).once('close', resolve))
  expect(stranger.destroyed).toBe(true)
  expect(stranger.bytesRead).toBe(0)
})

test('where no socket can be made the lock is unsure', async () => {
  const socket = socketFor('/var/lib/room-panel', '/proc/no-such-folder')
  expect(await isHeld(socket)).toBe(false)
  expect(await hold(socket)).toMatchObject({ kind: 'unsure' })
})

test('each folder has a socket of its own, however it is written', () => {
  const names = ['/a/b', '/a/b/', '/a/c/../b', '/a/c'].map((folder) => socketFor(folder, '/run/user/1000'))
  expect(new Set(names).size).toBe(2)
  expect(socketFor('/a/b', undefined)).toBe('/a/b/panel.socket')
})
