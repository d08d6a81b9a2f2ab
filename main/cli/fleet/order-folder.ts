import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { NewSecrets } from '../secrets/new-secrets.ts'
import { reasonIn } from '../reason-in.ts'
import type { DoorPlan } from './plan-doors.ts'

const orderFileOf = ({ tablet }: DoorPlan): string => `${tablet}.json`

/**
 * Orders in the folder from an earlier table. In an image they would set tablets up with that table's values.
 */
export async function otherOrdersIn(folder: string, doors: readonly DoorPlan[]): Promise<readonly string[]> {
  const own = new Set(doors.map(orderFileOf))
  const there = await readdir(folder).catch(noFolder)
  return there.filter((name) => name.endsWith('.json') && !own.has(name))
}

function noFolder(cause: unknown): readonly string[] {
  if (reasonIn(cause) === 'ENOENT') return []
  throw cause
}

/** Writes one order file for each door, which only its owner can read. */
export async function writeOrders(
  folder: string,
  doors: readonly DoorPlan[],
  secrets: NewSecrets,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const door of doors) {
    const { config, enrolment } = door
    const order = { config, ...(enrolment && { enrolment }), ...secrets }
    const text = `${JSON.stringify(order, undefined, 2)}\n`
    // oxlint-disable-next-line no-await-in-loop -- a disk is one
    await writeFileAtomic(join(folder, orderFileOf(door)), text, { mode: 0o600 })
  }
}
