import type { Facts, Log } from '../../../engine/ports.ts'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly facts: Facts
}

export interface MemoryLog extends Log {
  readonly lines: readonly LogLine[]
  /** The names of the events, in order. */
  readonly events: () => readonly string[]
}

/** A log that keeps its lines. */
export function createMemoryLog(): MemoryLog {
  const lines: LogLine[] = []
  const keeping =
    (level: LogLine['level']) =>
    (event: string, facts: Facts = {}): void => {
      lines.push({ level, event, facts })
    }
  return {
    info: keeping('info'),
    warn: keeping('warn'),
    error: keeping('error'),
    lines,
    events: () => lines.map(({ event }) => event),
  }
}
