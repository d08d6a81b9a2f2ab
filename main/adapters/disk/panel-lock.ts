import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { attempt } from './attempt.ts'

/**
 * Which of the panels on one folder works with it: the one that listens on a socket. The system ends that with its process, so
 * neither a kill, nor another name of the tablet, nor a disk that takes nothing leaves a lock behind. Chromium's own
 * (`SingletonLock`) is a file in the folder with the host's name in it, and says "locked" of whatever it can't tell.
 */

/**
 * - `mine`: from now on, until this process ends
 * - `another`: a panel works with the folder
 * - `unsure`: it can't be found out, nor kept from another
 */
export type Hold =
  | { readonly kind: 'mine' }
  | { readonly kind: 'another' }
  | { readonly kind: 'unsure'; readonly cause: unknown }

/**
 * The socket for a folder: where its user alone may write and the disk doesn't matter (`XDG_RUNTIME_DIR`), or else in the folder.
 * A path of a socket has 107 characters at most, see unix(7).
 */
export function socketFor(folder: string, runtimeFolder: string | undefined): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  return runtimeFolder ? join(runtimeFolder, `room-panel-${name}`) : join(folder, 'panel.socket')
}

/** Takes the folder, unless a panel has it. What one that was killed has left behind is removed. */
export async function hold(socket: string): Promise<Hold> {
  const first = await listen(socket)
  if (first === undefined) return { kind: 'mine' }
  if (await isHeld(socket)) return { kind: 'another' }
  const removed = await attempt(() => rm(socket, { force: true }))
  if (!removed.ok) return { kind: 'unsure', cause: removed.error }
  const second = await listen(socket)
  return second === undefined ? { kind: 'mine' } : { kind: 'unsure', cause: second }
}

/** Whether a panel answers there. That it can't be found out is no yes. */
export const isHeld = (socket: string): Promise<boolean> =>
  new Promise((settle) => {
    const line = connect(socket)
    const end = (isThere: boolean): void => {
      line.destroy()
      settle(isThere)
    }
    line.once('connect', () => end(true)).once('error', () => end(false))
  })

/** Why not, if it can't. */
const listen = (socket: string): Promise<unknown> =>
  new Promise((settle) => {
    const server = createServer((line) => line.destroy())
    server.once('error', settle)
    server.listen(socket, () => settle(undefined))
    // Not what keeps a program alive.
    server.unref()
  })
