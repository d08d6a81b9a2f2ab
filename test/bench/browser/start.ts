import { Readable, Writable } from 'node:stream'
import { startDisplay } from '../../../build/session/display.mjs'
import { endProcess } from '../../../build/session/end-process.mjs'
import { type OrdinaryUser, spawnAs } from '../../../build/session/ordinary-user.mjs'
import { memoizeLast } from '../../../shared/memoize-last.ts'
import { allEnded, processTree } from '../../e2e/harness/process-tree.ts'
import { openPipe, type Pipe } from './pipe.ts'

/** A program with Chromium in it that the bench has started and listens to. */
export interface Browser {
  readonly pid: number
  /** When its process was asked for, on the bench's clock, ms since 1970. */
  readonly begun: number
  readonly pipe: Pipe
  /** Resolves when all its processes are gone. */
  readonly stop: () => Promise<void>
}

export interface StartParts {
  readonly user: OrdinaryUser
  readonly env: NodeJS.ProcessEnv
  /** The executable and its arguments. */
  readonly command: readonly string[]
}

/** A display in memory has no graphics card; the panel takes a driver's switches from a driver alone. The same for all that is compared. */
const onEveryBrowser = ['--disable-gpu', '--log-level=3', '--test-type=webdriver', '--remote-debugging-pipe']

/** On a display of its own, so that no other window covers it. */
export async function startBrowser({ user, env, command }: StartParts): Promise<Browser> {
  const display = await startDisplay(user)
  const begun = performance.timeOrigin + performance.now()
  const child = spawnAs(user, [...command, ...onEveryBrowser], {
    env: { ...env, ...display.env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const { pid } = child
  const [, , , toBrowser, fromBrowser] = child.stdio
  if (pid === undefined || !(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error(`${command[0]} could not be started`)
  return {
    pid,
    begun,
    pipe: openPipe(toBrowser, fromBrowser),
    // Once: later on its number may be another's.
    stop: memoizeLast(async () => {
      const all = processTree(pid)
      await endProcess(child)
      await allEnded(all)
      await display.stop()
    }),
  }
}
