import { join } from 'node:path'
import { pino } from 'pino'
import type { Clock, Log } from '../../../engine/ports.ts'
import { redacted } from './redacted.ts'
import { createRotatingFile, type RotatingFile } from './rotating-file.ts'
import { forTerminal, linesTo } from './terminal.ts'

interface FileLogOptions {
  /** The folder of `room-panel.log`; created if it is missing. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now'>
  readonly bytesPerFile?: number
  /** The greatest number of files, the current one included. */
  readonly files?: number
}

/** The log's present file in its folder. The one before it ends in `.1`. */
export const logFileIn = (folder: string): string => join(folder, 'room-panel.log')

/**
 * The log as lines of JSON: level, time by the panel's clock, event, facts. Each line is written before the
 * call returns. It is escaped, so that a terminal shows it and does not obey it.
 */
export function createFileLog({ folder, clock, bytesPerFile = 2_000_000, files = 5 }: FileLogOptions): Log {
  const file = createRotatingFile(logFileIn(folder), bytesPerFile, files)
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line: string) => write(file, forTerminal(line.trimEnd())) },
  )
  const writing =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, facts) =>
      logger[level]({ event, ...(facts && { facts: redacted(facts) }) })
  return { info: writing('info'), warn: writing('warn'), error: writing('error') }
}

/**
 * Writes a line to the file, or to standard error if the disk fails: the system's journal may keep it there.
 */
function write(file: RotatingFile, line: string): void {
  try {
    file.append(`${line}\n`)
  } catch (cause) {
    sayOnStandardError(String(cause))
    sayOnStandardError(line)
  }
}

const sayOnStandardError = linesTo(process.stderr)
