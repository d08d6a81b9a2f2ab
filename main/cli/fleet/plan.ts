import { readFile } from 'node:fs/promises'
import { ok } from '../../../shared/result.ts'
import { type NewSecrets, parseNewSecrets } from '../secrets/new-secrets.ts'
import { reasonIn } from '../reason-in.ts'
import { otherOrdersIn, writeOrders } from './order-folder.ts'
import { type DoorPlan, planDoors } from './plan-doors.ts'
import { quotaLines } from './quota-lines.ts'
import type { TableFault } from './read-table.ts'
import { tableTextOf } from './table-text.ts'

export interface FleetPlanParts {
  /** The file with the table. */
  readonly table: string
  /** The table's encoding; detected from its bytes if left out. */
  readonly encoding?: string
  /** Puts `{"appSecret", "adminPin", "proxyLogin"}` from standard input into each file. */
  readonly withSecrets: boolean
  readonly readInput: () => Promise<string>
  /** The folder for the order files. */
  readonly folder: string
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Writes one order for `provision` for each door of a table of rooms. Writes none if the table has a fault,
 * or if the folder has orders of other doors. Returns the exit status: 0, 1 if a file can't be read or
 * written, or 2 if the input is wrong.
 */
export async function planFleet(parts: FleetPlanParts): Promise<0 | 1 | 2> {
  const { table, encoding, withSecrets, readInput, folder, say } = parts
  const refuse = (sentences: readonly string[]): 2 => {
    sentences.forEach(say)
    return 2
  }
  const secrets = withSecrets ? parseNewSecrets(await readInput()) : ok({})
  if (!secrets.ok) return refuse([`standard input: ${secrets.error}`])
  try {
    const read = tableTextOf(await readFile(table), encoding)
    if (!read.ok) return refuse([`${table}: ${read.error}`])
    const doors = planDoors(read.value.text)
    if (!doors.ok) return refuse(doors.error.map(faultText))
    if ('appSecret' in secrets.value && doors.value.some(({ enrolment }) => enrolment !== undefined))
      return refuse(['standard input: a door with a hub has no app secret, and the table has such doors'])
    const others = await otherOrdersIn(folder, doors.value)
    if (others.length > 0)
      return refuse(
        others.map(
          (name) =>
            `${folder} has ${name}, which is of no row of this table: take it away, or give another --out`,
        ),
      )
    await writeOrders(folder, doors.value, secrets.value)
    reportLines(doors.value, read.value.encoding).forEach(say)
    say(`${filesText(doors.value.length)} in ${folder}, ${withText(secrets.value)}`)
    return 0
  } catch (cause) {
    say(`nothing more was written: ${reasonIn(cause)}`)
    return 1
  }
}

const faultText = ({ line, column, sentence }: TableFault): string =>
  column === undefined ? `line ${line} ${sentence}` : `line ${line}, column ${column}: ${sentence}`

/** Lines about values that the program may have misunderstood. */
function reportLines(doors: readonly DoorPlan[], encoding: string): readonly string[] {
  const exempt = new Set(doors.flatMap(({ configuration }) => configuration.checkIn.exempt))
  return [
    ...(encoding === 'utf-8' ? [] : [`the table was read as ${encoding}; --encoding says otherwise`]),
    ...(exempt.size > 0 ? [`never released are bookings of: ${[...exempt].join(' | ')}`] : []),
    ...quotaLines(doors),
  ]
}

function withText(secrets: NewSecrets): string {
  const names = Object.keys(secrets)
  return names.length > 0 ? `each with ${names.join(' and ')}` : 'without the secret'
}

const filesText = (count: number): string => (count === 1 ? '1 file' : `${count} files`)
