import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { inProject } from '../../../build/project.mjs'
import type { Bench } from '../bench.ts'
import type { Measured } from '../figure.ts'
import { dayTable } from '../soak/day-table.ts'
import { drawMonth } from '../soak/draw-month.ts'
import { byDay, liveMonth, type Sample, samplesIn } from '../soak/live-month.ts'
import { soakProgram } from '../soak/program.ts'

/** Hour by hour, for a closer look. */
const hourly = inProject('dist', 'bench', 'soak.jsonl')

/** The whole month goes into the documents, a part of it beside the hours. */
const placeFor = (samples: readonly Sample[], file: string): string =>
  samples.length < 24 * 30 ? inProject('dist', 'bench', file) : inProject('docs', file)

/**
 * Thirty days at 600 times the speed: 72 minutes. Own memory, which no file backs, is what can grow; the least of a day is
 * what is left of it after the garbage was collected.
 */
export async function soak(bench: Bench): Promise<readonly Measured[]> {
  const { kiosk, atEnd, days } = bench
  const program = await soakProgram()
  atEnd(program.remove)
  await mkdir(inProject('dist', 'bench'), { recursive: true })
  await writeFile(hourly, '')
  const session = { ...kiosk.session, program: program.path }
  await liveMonth({
    session,
    folder: kiosk.folder,
    hours: 24 * days,
    keep: (sample) => appendFile(hourly, `${JSON.stringify(sample)}\n`),
  })
  return soakFigures(samplesIn(await readFile(hourly, 'utf8')), bench)
}

/** Draws what was kept, and compares the last day with the second one: a start is over by then. */
export async function soakFigures(
  samples: readonly Sample[],
  { kiosk, start }: Pick<Bench, 'kiosk' | 'start'>,
): Promise<readonly Measured[]> {
  await drawMonth(samples, { file: placeFor(samples, 'soak.png'), folder: kiosk.folder, start })
  await writeFile(placeFor(samples, 'soak.md'), dayTable(samples))
  const lived = byDay(samples)
  const [first, last] = [lived[1] ?? lived[0] ?? [], lived.at(-1) ?? []]
  const row = (figure: string, unit: string, most: number, of: (sample: Sample) => number): Measured => ({
    figure,
    unit,
    values: last.map(of),
    against: 'its own second day',
    reference: first.map(of),
    limit: { of: 'ratio', most },
  })
  const bounded = (figure: string, most: number, of: (sample: Sample) => number): Measured => ({
    figure,
    unit: 'MB',
    values: last.map(of),
    against: 'what it is cut at',
    reference: [most],
    limit: { of: 'median', most },
  })
  return [
    row('soak.memory', 'MB', 1.02, ({ processes }) => sumOf(processes, 'anonymous') / 1000),
    row('soak.handles', 'open files', 1, ({ processes }) => sumOf(processes, 'handles')),
    row('soak.disk', 'MB without the log', 1.02, ({ disk }) => bytesIn({ ...disk, logs: 0 }) / 1e6),
    bounded('soak.log', longestLog, ({ disk }) => (disk['logs'] ?? 0) / 1e6),
    bounded('soak.journal', longestJournal, ({ disk }) => (disk['journal'] ?? 0) / 1e6),
  ]
}

/** Five files of two megabytes each; then the oldest one goes (main/adapters/log/file-log.ts). In MB. */
const longestLog = 10
/** Five hundred entries of each of three kinds, of some 200 bytes (shared/panel/journal.ts). In MB. */
const longestJournal = 0.3

const bytesIn = (disk: Sample['disk']): number => Object.values(disk).reduce((sum, bytes) => sum + bytes, 0)

const sumOf = (processes: Sample['processes'], what: 'anonymous' | 'handles'): number =>
  processes.reduce((sum, one) => sum + one[what], 0)
