import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const interval = 20

/** A process and all that came from it, as Linux tells in `/proc`. */
export function processTree(root: number): readonly number[] {
  const parents = new Map(allProcesses().map((pid) => [pid, parentOf(pid)]))
  const below = (parent: number): readonly number[] => [
    parent,
    ...[...parents].filter(([, its]) => its === parent).flatMap(([pid]) => below(pid)),
  ]
  return parents.has(root) ? below(root) : []
}

/** Resolves when none of them is left. */
export async function allEnded(pids: readonly number[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- this waits
  while (pids.some(isAlive)) await delay(interval)
}

/** Those of them that show a page. */
export const renderersOf = (root: number): readonly number[] => ofType(root, 'renderer')

/** The one of them that draws. */
export const graphicsOf = (root: number): readonly number[] => ofType(root, 'gpu-process')

const ofType = (root: number, type: string): readonly number[] =>
  processTree(root).filter((pid) => commandLineOf(pid).includes(`--type=${type}`))

/** With blanks between its arguments; empty for a process that has ended. */
export const commandLineOf = (pid: number): string => told(pid, 'cmdline').replaceAll('\0', ' ')

export const environmentOf = (pid: number): string => told(pid, 'environ')

/** A line of `/proc/PID/status`, as `Seccomp`. */
export const statusOf = (pid: number, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(told(pid, 'status'))?.[1]

const allProcesses = (): readonly number[] => readdirSync('/proc').map(Number).filter(Number.isInteger)

const parentOf = (pid: number): number => Number(statusOf(pid, 'PPid') ?? Number.NaN)

/** A process that has ended, but that its parent has not asked about yet, is a zombie. */
export const isAlive = (pid: number): boolean => !/^(Z|X|$)/.test(statusOf(pid, 'State') ?? '')

function told(pid: number, what: 'cmdline' | 'environ' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch (error) {
    // Processes end while one reads about them.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return ''
    throw error
  }
}
