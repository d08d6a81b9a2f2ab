import type { Configuration } from '../../../shared/config/configuration.ts'
import { createMemoryAdmin } from '../../support/memory-admin.ts'
import { createMemoryLastReading } from '../../support/memory-last-reading.ts'
import { createLossyDisk, type LossyDisk } from './lossy-disk.ts'
import { type Program, type ProgramParts, startProgram } from './program.ts'

/** One tablet at the door, which outlives the programs that run on it. */
export interface Tablet {
  readonly name: string
  readonly configuration: Configuration
  readonly disk: LossyDisk
  /** Of the program that runs now, or ran last. */
  readonly program: () => Program
  readonly isRunning: () => boolean
  /** Begins a program, with nothing but what lies on the disk. */
  readonly start: () => void
}

export interface TabletParts extends Omit<ProgramParts, 'disk' | 'lastReading' | 'admin'> {
  readonly name: string
}

export function createTablet(parts: TabletParts): Tablet {
  const disk = createLossyDisk(parts.dice)
  const lastReading = createMemoryLastReading()
  const admin = createMemoryAdmin()
  let program: Program | undefined
  const current = (): Program => {
    if (program === undefined) throw new Error('The tablet was never started')
    return program
  }
  return {
    name: parts.name,
    configuration: parts.configuration,
    disk,
    program: current,
    isRunning: () => program?.life.isAlive() === true,
    start: () => void (program = startProgram({ ...parts, disk, lastReading, admin })),
  }
}
