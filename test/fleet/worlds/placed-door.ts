import { openPage, type Page } from '../../support/a-page.ts'
import type { Company } from '../../support/hub/a-company.ts'
import type { LineDoor } from '../../support/line/line-door.ts'
import type { MemoryJournal } from '../../support/memory/memory-journal.ts'
import type { Room } from '../../../simulator/rooms/room.ts'
import type { Chance } from './chance.ts'

export type DoorRules = NonNullable<Parameters<Company['door']>[1]>

/** A door of a room, whose program may be started anew. */
export interface PlacedDoor {
  readonly name: string
  readonly room: Room
  readonly rules: DoorRules
  door: LineDoor
  page: Page
}

/** Enrols a door and starts its program, with a page that paints. */
export async function placeDoor(
  company: Company,
  name: string,
  room: Room,
  rules: DoorRules,
): Promise<PlacedDoor> {
  await company.assign(room.id, name)
  return { name, room, rules, ...(await opened(company, name, rules)) }
}

async function opened(company: Company, name: string, rules: DoorRules, journal?: MemoryJournal) {
  const door = await company.door(name, { ...rules, ...(journal && { journal }) })
  return { door, page: openPage(door.panel) }
}

/** One of the doors starts anew, with what is on its disk. */
export async function restartOne(
  company: Company,
  doors: readonly PlacedDoor[],
  chance: Chance,
): Promise<void> {
  const placed = chance.pick(doors)
  if (placed === undefined) return
  await placed.door.leave()
  Object.assign(placed, await opened(company, placed.name, placed.rules, placed.door.journal))
}
