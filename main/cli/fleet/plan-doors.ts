import * as v from 'valibot'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { configurationFaultText } from '../../../shared/config/fault-text.ts'
import {
  configurationWith,
  type Enrolment,
  enrolmentRules,
  enrolmentSchema,
  placeholder,
} from '../enrolment/enrolment.ts'
import { asYesOrNo, columns, enrolmentColumns, tabletColumn } from './columns.ts'
import { type TableFault, readTable, type Row } from './read-table.ts'

export interface DoorPlan {
  readonly tablet: string
  /** As the order has it, which leaves out what comes from a hub. */
  readonly config: object
  /** As it will be; of a door with a hub with placeholders for what comes from that. */
  readonly configuration: Configuration
  readonly enrolment?: Enrolment
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
  const planned = cells.has('hub.broker') ? hubPlanOf(cells) : directPlanOf(cells)
  if (planned.ok && tabletFaults.length === 0) return ok({ tablet, ...planned.value })
  const rest = planned.ok ? [] : planned.error
  return err([...tabletFaults, ...rest.map((fault) => ({ line, ...fault }))])
}

type Planned = Result<Omit<DoorPlan, 'tablet'>, readonly Omit<TableFault, 'line'>[]>

function directPlanOf(cells: Row['cells']): Planned {
  const configuration = parseConfiguration({ feishu: {}, room: {}, ...jsonOf(cells, columns) })
  if (!configuration.ok) return err(configuration.error.map(placed))
  const stray = enrolmentColumns.filter((name) => cells.has(name))
  if (stray.length > 0)
    return err(stray.map((column) => ({ column, sentence: 'needs hub.broker beside it' })))
  return ok({ config: configuration.value, configuration: configuration.value })
}

/** Door and room come from the hub. */
function hubPlanOf(cells: Row['cells']): Planned {
  const config = jsonOf(cells, columns)
  const { enrolment } = { enrolment: {}, ...jsonOf(cells, Object.fromEntries(enrolmentColumns.map(asItIs))) }
  const parsed = v.safeParse(enrolmentSchema, enrolment)
  const configuration = configurationWith(config)(placeholder.door, placeholder.room)
  const stray = cells.has('room.id') ? [{ column: 'room.id', sentence: 'comes from the hub' }] : []
  const ofEnrolment = parsed.success ? [] : parsed.issues.map(enrolmentFault)
  const faults = [...(configuration.ok ? [] : configuration.error.map(placed)), ...ofEnrolment, ...stray]
  return configuration.ok && parsed.success && stray.length === 0
    ? ok({ config, configuration: configuration.value, enrolment: parsed.output })
    : err(faults)
}

const asItIs = (name: string) => [name, (text: string): unknown => text] as const

function enrolmentFault(issue: v.BaseIssue<unknown>): Omit<TableFault, 'line'> {
  const column = `enrolment.${v.getDotPath(issue) ?? ''}`
  const rules: Readonly<Record<string, string>> = enrolmentRules
  return { column, sentence: (rules[column] ?? 'is wrong').replace(`${column} `, '') }
}

/**
 * Places a fault of the configuration in the table. Its sentence begins with the path, of which the column is
 * the first part; in a list more follows. A section that there must not be is its only column.
 */
function placed(fault: Parameters<typeof configurationFaultText>[0]): Omit<TableFault, 'line'> {
  const names = Object.keys(columns)
  const column =
    names.find((name) => `${fault.path}.`.startsWith(`${name}.`)) ??
    names.find((name) => name.startsWith(`${fault.path}.`))
  return { column: column ?? fault.path, sentence: configurationFaultText({ ...fault, path: '' }).trim() }
}

function jsonOf(
  cells: Row['cells'],
  readings: Readonly<Record<string, (text: string) => unknown>>,
): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = {}
  for (const [name, cell] of cells) {
    const reading = readings[name]
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
