import { minutes, seconds } from '../../../shared/time/time.ts'
import { refuseDisk } from '../laws/door.ts'
import { forgetJournal } from '../laws/memory.ts'
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

/** Rubbish in the place of the journal: the panel finds it when it begins anew, unless it has written another one by then. */
export function spoilJournal(office: Office): void {
  const { tell } = office
  const door = someDoor(office)
  const { tablet } = door
  const text = tablet.disk.textOf(journalPath) ?? ''
  tell(() => `the journal of ${tablet.name} is spoilt`)
  door.rubbish = text.slice(0, Math.floor(text.length / 2))
  tablet.disk.spoil(journalPath, door.rubbish)
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
    forgetJournal(everything, tablet.name)
    door.hasLostAll ||= isAll
  })
}
