import { readFileSync } from 'node:fs'
import { isAlive, processTree } from '../../e2e/harness/process-tree.ts'

/** Linux counts these in hundredths of a second, independent of its own clock (man 5 proc). */
const perSecond = 100

/** Time that each process of a program has had a processor for, in its own code and in the kernel, s. */
export const processorTimes = (root: number): ReadonlyMap<number, number> =>
  new Map(processTree(root).flatMap((pid) => timeOf(pid)))

/** The time used between two looks, s. The time of a process that ended in between is not known. */
export const usedBetween = (
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number => [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0)

function timeOf(pid: number): readonly [number, number][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name, which may hold anything but ends with the last bracket.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return [[pid, (Number(fields[11]) + Number(fields[12])) / perSecond]]
  } catch (error) {
    if (!isAlive(pid)) return []
    throw error
  }
}
