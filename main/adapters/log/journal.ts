import type { Writable } from 'node:stream'
import { linesTo } from './terminal.ts'

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Writable
}

/**
 * Says lines to systemd's journal, which is root's; nothing where no journal takes the program's output, as `JOURNAL_STREAM` tells:
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#%24JOURNAL_STREAM
 */
export const toJournal = ({ env, stdout }: Surroundings): ((line: string) => void) | undefined =>
  env['JOURNAL_STREAM'] === undefined ? undefined : linesTo(stdout)
