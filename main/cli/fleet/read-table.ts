import { CsvError, parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { err, ok, type Result } from '../../../shared/result.ts'
import { columns, enrolmentColumns, remarkColumn, tabletColumn } from './columns.ts'

export interface Row {
  /** The line in the file, from 1 on. */
  readonly line: number
  /** The cells by the name of their column. Empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>
}

/** A fault in the table, and its place. */
export interface TableFault {
  readonly line: number
  readonly column?: string
  readonly sentence: string
}

const recordsSchema = v.array(
  v.object({ info: v.object({ lines: v.number() }), record: v.array(v.string()) }),
)

const direct = [tabletColumn, 'feishu.origin', 'feishu.appId', 'room.id']
const ofHub = [tabletColumn, 'hub.broker', 'enrolment.url', 'enrolment.code']

/** The rows below the heading, at least one, or the faults of the heading or the file. */
export function readTable(text: string): Result<readonly Row[], readonly TableFault[]> {
  const records = readRecords(text)
  if (!records.ok) return err([records.error])
  const [heading, ...rest] = records.value
  if (heading === undefined) return err([{ line: 1, sentence: 'there is nothing in it' }])
  const names = heading.record
  const faults = headingFaults(names).map((fault) => ({ line: heading.info.lines, ...fault }))
  if (faults.length > 0) return err(faults)
  if (rest.length === 0) return err([{ line: heading.info.lines, sentence: 'has no room below it' }])
  return ok(rest.map((record) => rowOf(names, record)))
}

/**
 * The delimiters: the comma, its replacements in other countries' spreadsheets and in Excel's “Unicode text”,
 * and the forms that a Chinese keyboard types.
 */
const delimiters = [',', ';', '\t', '，', '；']

/** The delimiter that the heading contains most. No column's name contains one. */
function delimiterIn(text: string): string {
  const [heading = ''] = text.trimStart().split('\n', 1)
  const countOf = (delimiter: string): number => heading.split(delimiter).length
  return delimiters.reduce((best, next) => (countOf(next) > countOf(best) ? next : best))
}

type CsvRecord = v.InferOutput<typeof recordsSchema>[number]

function readRecords(text: string): Result<readonly CsvRecord[], TableFault> {
  try {
    const records: unknown = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterIn(text),
      // Spreadsheets may write rows of empty cells below the last one.
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    })
    return ok(v.parse(recordsSchema, records))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The library's message repeats the place, which our own sentence already names.
    const sentence =
      error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? 'has not as many cells as line 1' : 'is no CSV'
    return err({ line: Number(error['lines'] ?? 1), sentence })
  }
}

const isKnown = (name: string): boolean =>
  Object.hasOwn(columns, name) ||
  enrolmentColumns.includes(name) ||
  name === tabletColumn ||
  name === remarkColumn

function headingFaults(names: readonly string[]): readonly Omit<TableFault, 'line'>[] {
  const needed = names.includes('hub.broker') ? ofHub : direct
  return [
    ...names
      .filter((name) => !isKnown(name))
      .map((column) => ({ column, sentence: 'there is no such column' })),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((column) => ({ column, sentence: 'is there twice' })),
    ...needed.filter((name) => !names.includes(name)).map((column) => ({ column, sentence: 'is missing' })),
  ]
}

function rowOf(names: readonly string[], { info, record }: CsvRecord): Row {
  const cells = names.map((name, index) => [name, record[index] ?? ''] as const)
  return { line: info.lines, cells: new Map(cells.filter(([, cell]) => cell !== '')) }
}
