import { minutes, seconds } from '../../../shared/time/time.ts'
import { refuseDisk } from '../laws/door.ts'
import type { RoomMemory } from '../laws/memory.ts'
import { attemptsAt } from '../laws/reserving/attempts.ts'
import { note, type Office, someDoor } from '../people/office.ts'
import { journalFolder, journalPath } from '../tablet/program.ts'
import { crash } from './program-faults.ts'

/** The disk is full, or broken, for some time. */
export function breakDisk(office: Office): void {
  const { dice, tell } = office
  const door = someDoor(office)
  const lasts = dice.pick([seconds(2), seconds(30), minutes(5), minutes(60)])
  tell(() => `the disk of ${door.tablet.name} says no for ${lasts / 1000} s`)
  refuseDisk(door, 'ENOSPC', lasts)
}

/**
 * The panel can't know earlier check-ins any more, nor that a series was harmed. A booking whose check-in the
 * lost journal may have held is kept.
 */
function forget(everything: RoomMemory): void {
  for (const presence of everything.checkIns) presence.isLost = true
  everything.harmedAt.clear()
}

/** Rubbish in the place of the journal; the panel finds it when it begins anew. */
export function spoilJournal(office: Office): void {
  const { tell } = office
  const door = someDoor(office)
  const { tablet } = door
  const text = tablet.disk.textOf(journalPath) ?? ''
  tell(() => `the journal of ${tablet.name} is spoilt`)
  tablet.disk.spoil(journalPath, text.slice(0, Math.floor(text.length / 2)))
  forget(door.everything)
  crash(office)
}

/** The journal is gone when the program begins anew: the file alone, or all that the panel has kept. */
export function loseJournal(office: Office): void {
  const { dice, tally, tell } = office
  const isAll = dice.chance(0.4)
  crash(office, (door) => {
    const { tablet, everything } = door
    tell(() => `${isAll ? 'the folder' : 'the journal'} of ${tablet.name} is gone`)
    note(tally, isAll ? 'all that a panel kept is gone' : 'the journal is gone')
    tablet.disk.lose((path) => (isAll ? path.startsWith(journalFolder) : path === journalPath))
    if (isAll) tablet.loseReading()
    if (isAll) for (const attempt of attemptsAt(door)) attempt.isLost = true
    forget(everything)
    door.hasLostAll ||= isAll
  })
}
