import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from '../../../build/project.mjs'
import type { Bench } from '../bench.ts'
import type { Limit, Measured } from '../figure.ts'
import { bytesBelow } from '../processes/disk.ts'

const megabytes = (bytes: number): number => bytes / 1e6
const kilobytes = (bytes: number): number => bytes / 1e3

/** What is installed, and what of it is ours: all that the same Electron with an empty window in it hasn't got. */
export async function size({ panel, empty }: Bench): Promise<readonly Measured[]> {
  const [installed, without] = [panel, empty].map((program) => megabytes(bytesBelow(dirname(program))))
  if (installed === undefined || without === undefined) throw new Error('Two programs have two sizes')
  const main = inProject('out', 'main')
  return [
    row('size.installed', 'MB', installed, 'an empty window, same Electron', without, {
      of: 'excess',
      most: 3,
    }),
    row('size.page', 'kB gzip', pageSize(), 'what test/build allows', 64, { of: 'median', most: 64 }),
    row(
      'size.main',
      'kB',
      kilobytes(statSync(join(main, 'main.js')).size),
      'with what is loaded when it is asked for',
      kilobytes(bytesBelow(main)),
      { of: 'ratio', most: 1 },
    ),
  ]
}

/** Script and style with the longest of the languages, fonts apart. */
function pageSize(): number {
  const assets = inProject('out', 'renderer', 'assets')
  const files = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))
  const sizeOf = (name: string): number => gzipSync(readFileSync(join(assets, name))).length
  const isLanguage = (name: string): boolean => name.startsWith('words-')
  const longest = Math.max(...files.filter(isLanguage).map(sizeOf))
  const always = files.filter((name) => !isLanguage(name)).map(sizeOf)
  return kilobytes(always.reduce((sum, size) => sum + size, longest))
}

const row = (
  figure: string,
  unit: string,
  value: number,
  against: string,
  reference: number,
  limit: Limit,
): Measured => ({ figure, unit, values: [value], against, reference: [reference], limit })
