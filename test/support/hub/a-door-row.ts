import type { DoorRow } from '../../../shared/console/door-row.ts'
import { at } from '../builders.ts'

type Changes = { readonly [Key in keyof DoorRow]?: DoorRow[Key] | undefined }

/** A door that is well, with these changes; an undefined value is left out. */
export function aDoorRow(over: Changes = {}): DoorRow {
  const row: DoorRow = {
    door: 'door-a',
    room: `omm_${'0'.repeat(32)}`,
    roomName: 'Magnolia',
    place: 'Shanghai · 4F',
    isHere: true,
    isCloned: false,
    version: '0.1.0',
    reportedAt: at('10:00'),
    occupancy: 'free',
    readAt: at('10:00'),
    pageAge: 400,
    clockError: 20,
    outbox: 0,
    configuration: 0,
  }
  const merged: DoorRow & Changes = Object.assign(row, over)
  for (const [key, value] of Object.entries(over))
    if (value === undefined) Reflect.deleteProperty(merged, key)
  return merged
}
