import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import { err, ok, type Result } from '../../../shared/result.ts'
import { newPin, newPinRule } from '../new-pin.ts'
import { reasonIn } from '../reason-in.ts'
import { type DoorPlan, planDoors } from './plan-doors.ts'
import type { Fault } from './read-table.ts'

export interface FleetPlanParts {
  /** The file with the table. */
  readonly table: string
  /** Puts `{"appSecret", "adminPin"}` out of standard input into each file. */
  readonly withSecrets: boolean
  readonly readInput: () => Promise<string>
  /** Where the files go. */
  readonly folder: string
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

const secretsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    appSecret: v.pipe(v.string(), v.nonEmpty()),
    adminPin: v.exactOptional(newPin),
  }),
)

type Secrets = Partial<v.InferOutput<typeof secretsSchema>>

/**
 * Writes one order for `provision` per door of a table of rooms: all of them, or none when anything is wrong with the table.
 * Gives the exit status: 0, 1 when a file can't be read or written, or 2 when what it was given can't be right.
 */
export async function planFleet(parts: FleetPlanParts): Promise<0 | 1 | 2> {
  const { table, withSecrets, readInput, folder, say } = parts
  const secrets = withSecrets ? parseSecrets(await readInput()) : ok({})
  if (!secrets.ok) {
    say(secrets.error)
    return 2
  }
  try {
    const doors = planDoors(await readFile(table, 'utf8'))
    if (!doors.ok) {
      for (const fault of doors.error) say(faultText(fault))
      return 2
    }
    await writeOrders(doors.value, secrets.value, folder)
    say(
      `${doors.value.length} files in ${folder}, ${withSecrets ? 'each with the secret' : 'without the secret'}`,
    )
    return 0
  } catch (cause) {
    say(`nothing more was written: ${reasonIn(cause)}`)
    return 1
  }
}

/** What is wrong is not repeated: it may be the secret. */
function parseSecrets(input: string): Result<Secrets, string> {
  const parsed = v.safeParse(secretsSchema, input)
  return parsed.success
    ? ok(parsed.output)
    : err(`standard input must be {"appSecret": "…"}, with "adminPin": "…" if you like; ${newPinRule}`)
}

const faultText = ({ line, column, sentence }: Fault): string =>
  column === undefined ? `line ${line} ${sentence}` : `line ${line}, column ${column}: ${sentence}`

async function writeOrders(doors: readonly DoorPlan[], secrets: Secrets, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { tablet, configuration } of doors) {
    const text = `${JSON.stringify({ config: configuration, ...secrets }, undefined, 2)}\n`
    // oxlint-disable-next-line no-await-in-loop -- a disk is one
    await writeFileAtomic(join(folder, `${tablet}.json`), text, { mode: 0o600 })
  }
}
