import { join } from 'node:path'
import { pino } from 'pino'
import type { Clock, Log } from '../../../engine/ports.ts'
import { redacted } from './redacted.ts'
import { createRotatingFile, type RotatingFile } from './rotating-file.ts'
import { forTerminal, linesTo } from './terminal.ts'

interface FileLogOptions {
  /** Made if it isn't there; the log is `room-panel.log` in it. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now'>
  readonly bytesPerFile?: number
  /** How many files there are at most, the current one among them. */
  readonly files?: number
}

/**
 * The log as lines of JSON: level, time by the panel's clock, event, facts. Each line is written before the call returns, in a
 * form that a terminal shows and doesn't obey.
 */
export function createFileLog({ folder, clock, bytesPerFile = 2_000_000, files = 5 }: FileLogOptions): Log {
  const file = createRotatingFile(join(folder, 'room-panel.log'), bytesPerFile, files)
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

/** A line that the disk doesn't take goes to where the system's own journal may keep it. */
function write(file: RotatingFile, line: string): void {
  try {
    file.append(`${line}\n`)
  } catch (cause) {
    sayOnStandardError(String(cause))
    sayOnStandardError(line)
  }
}

const sayOnStandardError = linesTo(process.stderr)
