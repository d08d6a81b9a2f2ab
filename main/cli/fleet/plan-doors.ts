import type { Configuration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { configurationFaultText } from '../../../shared/config/fault-text.ts'
import { asYesOrNo, columns, tabletColumn } from './columns.ts'
import { type TableFault, readTable, type Row } from './read-table.ts'

export interface DoorPlan {
  readonly tablet: string
  readonly configuration: Configuration
}

/**
 * A serial number, a network card's address or a host name, in a form that is a valid file name on every
 * system.
 */
const tabletName = /^[a-z0-9][a-z0-9._-]{0,63}$/

/** Tablets report their own names in either case, and addresses with colons. */
const fileNameOf = (tablet: string): string => tablet.toLowerCase().replaceAll(':', '-')

/** The plan for each door of a table of rooms, or all faults of the table. */
export function planDoors(text: string): Result<readonly DoorPlan[], readonly TableFault[]> {
  const table = readTable(text)
  if (!table.ok) return table
  const doors = table.value.map((row) => ({ row, plan: planOf(row) }))
  const faults = [
    ...doors.flatMap(({ plan }) => (plan.ok ? [] : plan.error)),
    ...sameTablets(table.value),
    ...roomFaults(table.value),
  ]
  return faults.length > 0
    ? err(faults.toSorted((one, other) => one.line - other.line))
    : ok(doors.flatMap(({ plan }) => (plan.ok ? [plan.value] : [])))
}

function planOf({ line, cells }: Row): Result<DoorPlan, readonly TableFault[]> {
  const tablet = fileNameOf(cells.get(tabletColumn) ?? '')
  const tabletFaults = tabletName.test(tablet)
    ? []
    : [{ line, column: tabletColumn, sentence: 'must be letters, digits, dots, hyphens and colons' }]
  const configuration = parseConfiguration(jsonOf(cells))
  if (configuration.ok && tabletFaults.length === 0) return ok({ tablet, configuration: configuration.value })
  const rest = configuration.ok ? [] : configuration.error
  return err([...tabletFaults, ...rest.map((fault) => ({ line, ...placed(fault) }))])
}

/**
 * Places a fault of the configuration in the table. Its sentence begins with the path, of which the column is
 * the first part; in a list more follows.
 */
function placed(fault: Parameters<typeof configurationFaultText>[0]): Omit<TableFault, 'line'> {
  const column = Object.keys(columns).find((name) => `${fault.path}.`.startsWith(`${name}.`))
  return { column: column ?? fault.path, sentence: configurationFaultText({ ...fault, path: '' }).trim() }
}

function jsonOf(cells: Row['cells']): unknown {
  const json: Record<string, unknown> = { feishu: {}, room: {} }
  for (const [name, cell] of cells) {
    const reading = columns[name]
    const [first = '', second] = name.split('.')
    if (reading === undefined) continue
    if (second === undefined) json[first] = reading(cell)
    else json[first] = Object.assign(json[first] ?? {}, { [second]: reading(cell) })
  }
  return json
}

const sameTablets = (rows: readonly Row[]): readonly TableFault[] =>
  repeated(rows, tabletColumn).map(({ line, before }) => ({
    line,
    column: tabletColumn,
    sentence: `is the one of line ${before}`,
  }))

/**
 * Exactly one of a room's panels must decide. Two that release don't know each other's check-ins, and without
 * one people can't check in.
 */
function roomFaults(rows: readonly Row[]): readonly TableFault[] {
  const column = 'room.id'
  const leaders = rows.filter((row) => !isFollower(row))
  const second = repeated(leaders, column).map(({ line, before }) => ({
    line,
    column,
    sentence: `is the one of line ${before}: the second panel of a room needs follower yes`,
  }))
  const led = new Set(leaders.map((row) => nameIn(row, column)))
  const alone = rows
    .filter((row) => isFollower(row) && nameIn(row, column) !== '' && !led.has(nameIn(row, column)))
    .map(({ line }) => ({
      line,
      column,
      sentence: 'has followers only: one panel of each room needs follower no',
    }))
  return [...second, ...alone]
}

const isFollower = ({ cells }: Row): boolean => asYesOrNo(cells.get('follower') ?? '') === true

const repeated = (rows: readonly Row[], column: string): readonly { line: number; before: number }[] =>
  rows.flatMap((row) => {
    const name = nameIn(row, column)
    const before = rows.find((other) => name !== '' && nameIn(other, column) === name)
    return before === undefined || before.line === row.line ? [] : [{ line: row.line, before: before.line }]
  })

const nameIn = ({ cells }: Row, column: string): string => fileNameOf(cells.get(column) ?? '')
