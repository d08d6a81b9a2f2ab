import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { createMemoryAdmin } from '../../support/memory/memory-admin.ts'
import { createMemoryLastReading } from '../../support/memory/memory-last-reading.ts'
import { type Between, createBetween } from './between.ts'
import { createLossyDisk, type LossyDisk } from './lossy-disk.ts'
import { type Program, type ProgramParts, startProgram } from './program.ts'

/** One tablet at the door, which outlives the programs that run on it. */
export interface Tablet {
  readonly name: string
  /** As it is written now. */
  readonly configuration: () => DirectConfiguration
  /** IT writes another one, which a program finds when it next looks. */
  readonly write: (configuration: DirectConfiguration) => void
  readonly disk: LossyDisk
  /** Who sits between it and the platform. */
  readonly between: Between
  /** Of the program that runs now, or ran last. */
  readonly program: () => Program
  readonly isRunning: () => boolean
  /** What was read last is gone from the disk. */
  readonly loseReading: () => void
  /**
   * Begins a program with only the files on the disk. It runs as soon as it has read how many calls it made.
   */
  readonly start: () => void
}

export interface TabletParts extends Omit<
  ProgramParts,
  'disk' | 'between' | 'written' | 'lastReading' | 'admin'
> {
  readonly name: string
  readonly configuration: DirectConfiguration
}

export function createTablet(parts: TabletParts): Tablet {
  const disk = createLossyDisk(parts.dice)
  const between = createBetween()
  const lastReading = createMemoryLastReading()
  const admin = createMemoryAdmin()
  let program: Program | undefined
  let isBeginning = false
  let { configuration } = parts
  const written = (): DirectConfiguration => configuration
  const current = (): Program => {
    if (program === undefined) throw new Error('The tablet was never started')
    return program
  }
  const begin = async (): Promise<void> => {
    if (isBeginning) return
    isBeginning = true
    program = await startProgram({ ...parts, written, disk, between, lastReading, admin })
    isBeginning = false
  }
  return {
    name: parts.name,
    configuration: written,
    write: (wanted) => void (configuration = wanted),
    disk,
    between,
    program: current,
    isRunning: () => program?.life.isAlive() === true,
    loseReading: () => lastReading.forget(),
    start: () => void begin(),
  }
}
