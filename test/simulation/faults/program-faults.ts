import { minutes, seconds } from '../../../shared/time/time.ts'
import { type Door, lookAgain } from '../laws/door.ts'
import { upset } from '../laws/memory.ts'
import { note, type Office, someDoor } from '../people/office.ts'
import type { Tablet } from '../tablet/tablet.ts'

/**
 * The program dies, by itself or with the tablet's power: at once, or between any two of its next steps. After some time
 * it begins anew, on the same disk.
 */
export function crash(office: Office, atDeath: (door: Door) => void = () => undefined): void {
  const { dice, time, tell, tally } = office
  const door = someDoor(office)
  const { tablet } = door
  const losesPower = dice.chance(0.6)
  const dead = (): void => {
    tell(() => `${tablet.name} ${losesPower ? 'loses its power' : 'is killed'}`)
    tally.crashes++
    lookAgain(door)
    if (losesPower) tablet.disk.losePower()
    atDeath(door)
    // The second panel of a room takes no check-ins.
    if (!door.rules.current().follower) forgetTapsOfNow(office)
    time.after(dice.pick([seconds(3), seconds(20), minutes(2), minutes(10)]), () => startAgain(tablet))
  }
  if (!tablet.isRunning()) return
  tablet.program().life.endAfter(dice.pick([0, dice.between(1, 12), dice.between(1, 200)]), dead)
}

/** A tap that the disk had not taken yet dies with the program. Its people saw no tick, and the panel can't know of them. */
function forgetTapsOfNow({ everything, tally, time }: Office): void {
  for (const [name, { changedAt }] of everything.taps) {
    const isShown = everything.checkIns.some((one) => one.name === name)
    if (isShown || time.now() - changedAt > untilOnDisk) continue
    everything.taps.delete(name)
    note(tally, 'a tap that died with the program')
  }
}

/** So long a tap may take to its tick, ms. */
const untilOnDisk = seconds(1)

const startAgain = (tablet: Tablet): void => {
  if (!tablet.isRunning()) tablet.start()
}

/** A page that crashed is painted again by then, ms. */
const longestLoading = seconds(21)

export function crashPage(office: Office): void {
  const { tablet, memory } = someDoor(office)
  if (!tablet.isRunning()) return
  upset(memory, office.time.now() + longestLoading)
  office.tell(() => `the page of ${tablet.name} crashes`)
  tablet.program().page.crash()
}

export function freezePage(office: Office): void {
  const { dice, time, tell } = office
  const { tablet, memory } = someDoor(office)
  if (!tablet.isRunning()) return
  const { page } = tablet.program()
  const lasts = dice.pick([seconds(3), seconds(9), seconds(11), seconds(14), seconds(40), minutes(4)])
  tell(() => `the page of ${tablet.name} freezes for ${lasts / 1000} s`)
  upset(memory, time.now() + lasts + seconds(1))
  page.freeze()
  time.after(lasts, page.thaw)
}

/** Another window lies over the page, or it is not mapped, or its screen is dark or can't be touched; it paints all the same. */
export function coverPage(office: Office): void {
  const { dice, time, tell, tally } = office
  const { tablet } = someDoor(office)
  if (!tablet.isRunning()) return
  const { page } = tablet.program()
  const how = dice.pick(['covered', 'unmapped', 'dark', 'noTouch'])
  const lasts = dice.pick([seconds(8), seconds(15), seconds(40), minutes(4), minutes(30)])
  tell(() => `the page of ${tablet.name} is ${how} for ${lasts / 1000} s`)
  note(tally, `a page that is ${how}`)
  page.cover(how)
  time.after(lasts, () => page.cover(undefined))
}
