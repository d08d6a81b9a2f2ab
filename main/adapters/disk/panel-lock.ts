import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { attempt } from './attempt.ts'

/**
 * Decides which of several panels may work with a folder: the one that listens on a socket. The system closes
 * the socket with its process, so no lock is left behind by a kill, by a renamed tablet, or by a disk that
 * can't be written. Chromium's own lock (`SingletonLock`) is a file in the folder with the host's name in it,
 * and reports "locked" in every doubtful case.
 */

/**
 * - `mine`: this process has the folder until it ends
 * - `another`: another panel works with the folder
 * - `unsure`: the lock can neither be checked nor taken
 */
export type Hold =
  | { readonly kind: 'mine' }
  | { readonly kind: 'another' }
  | { readonly kind: 'unsure'; readonly cause: unknown }

/**
 * The socket's path for a folder: in `XDG_RUNTIME_DIR`, which only its user can write and which needs no
 * disk, or else in the folder itself. A socket's path has at most 107 characters, see unix(7).
 */
export function socketFor(folder: string, runtimeFolder: string | undefined): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  return runtimeFolder ? join(runtimeFolder, `room-panel-${name}`) : join(folder, 'panel.socket')
}

/** Takes the folder, unless another panel has it. Removes the socket of a panel that was killed. */
export async function hold(socket: string): Promise<Hold> {
  const first = await listen(socket)
  if (first === undefined) return { kind: 'mine' }
  if (await isHeld(socket)) return { kind: 'another' }
  const removed = await attempt(() => rm(socket, { force: true }))
  if (!removed.ok) return { kind: 'unsure', cause: removed.error }
  const second = await listen(socket)
  return second === undefined ? { kind: 'mine' } : { kind: 'unsure', cause: second }
}

/** Whether a panel answers on the socket. False if that can't be found out. */
export const isHeld = (socket: string): Promise<boolean> =>
  new Promise((settle) => {
    const line = connect(socket)
    const end = (isThere: boolean): void => {
      line.destroy()
      settle(isThere)
    }
    line.once('connect', () => end(true)).once('error', () => end(false))
  })

/** Listens on the socket. Resolves to the error if that fails, else to undefined. */
const listen = (socket: string): Promise<unknown> =>
  new Promise((settle) => {
    const server = createServer((line) => line.destroy())
    server.once('error', settle)
    server.listen(socket, () => settle(undefined))
    // The socket must not keep the program alive.
    server.unref()
  })
