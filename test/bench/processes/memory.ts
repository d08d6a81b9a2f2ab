import { readdirSync, readFileSync } from 'node:fs'
import { commandLineOf, isAlive, processTree } from '../../e2e/harness/process-tree.ts'

/** What one process holds at a moment. */
export interface Held {
  readonly pid: number
  /** `main`, `renderer`, `gpu-process`, `zygote`, or the service of a utility process. */
  readonly role: string
  /** Proportional set size: its own memory, and its share of what it has in common with others, kB. */
  readonly pss: number
  /** The part of that which no file backs: heaps, stacks, shared pictures, kB. */
  readonly anonymous: number
  /** Open file descriptors. */
  readonly handles: number
}

/** Of a program's main process and all that came from it; processes that end meanwhile are left out. */
export const heldBy = (root: number): readonly Held[] =>
  processTree(root).flatMap((pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      const handles = readdirSync(`/proc/${pid}/fd`).length
      const anonymous = kilobytes(text, 'Pss_Anon') + kilobytes(text, 'Pss_Shmem')
      return [{ pid, role: roleOf(pid), pss: kilobytes(text, 'Pss'), anonymous, handles }]
    } catch (error) {
      if (!isAlive(pid)) return []
      throw error
    }
  })

function kilobytes(text: string, name: string): number {
  const [, amount] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text) ?? []
  if (amount === undefined) throw new Error(`This kernel doesn't tell ${name}`)
  return Number(amount)
}

function roleOf(pid: number): string {
  const commandLine = commandLineOf(pid)
  const [, service] = /--utility-sub-type=(\S+)/.exec(commandLine) ?? []
  const [, type] = /--type=(\S+)/.exec(commandLine) ?? []
  return service?.replace(/\.mojom\..*$/, '') ?? type ?? 'main'
}
