import type { Writable } from 'node:stream'
import { linesTo } from './terminal.ts'

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Writable
}

/**
 * Writes lines to systemd's journal, which only root can change. Undefined if no journal reads the program's
 * output, which `JOURNAL_STREAM` tells:
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#%24JOURNAL_STREAM
 */
export const toJournal = ({ env, stdout }: Surroundings): ((line: string) => void) | undefined =>
  env['JOURNAL_STREAM'] === undefined ? undefined : linesTo(stdout)
