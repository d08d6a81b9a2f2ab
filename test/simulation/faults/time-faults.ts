import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'
import { type Door, lookAgain } from '../laws/door.ts'
import { upset } from '../laws/memory.ts'
import { type Office, someDoor } from '../people/office.ts'

/** The tablet's two clocks are held against each other once a minute. Ms. */
const noticedWithin = seconds(61)

/** What was to be painted when the tablet fell asleep is painted first, then what has come due meanwhile. Ms. */
const firstMoment = 50

/** A person, or a bad time server, sets the tablet's clock. */
export function setClock(office: Office): void {
  const { dice, time, tell } = office
  const { tablet, memory } = someDoor(office)
  if (!tablet.isRunning()) return
  const wrongBy = dice.pick([0, 1, -1]) * dice.pick([seconds(8), minutes(3), hours(1), days(30)])
  tell(() => `the clock of ${tablet.name} is set ${wrongBy / 1000} s wrong`)
  tablet.program().tabletTime.set(wrongBy)
  upset(memory, time.now() + noticedWithin)
}

/**
 * The tablet sleeps. Its monotonic clock stands still meanwhile, or not; when it wakes it is told so, or the event is
 * lost.
 */
export function sleep(office: Office): void {
  const { dice } = office
  const door = someDoor(office)
  if (!isAwake(door)) return
  const lasts = dice.pick([seconds(4), seconds(15), minutes(1), minutes(8), hours(2)])
  sleepFor(office, door, lasts, { standsStill: dice.chance(0.5), isTold: dice.chance(0.7) })
}

export const isAwake = ({ tablet }: Door): boolean =>
  tablet.isRunning() && !tablet.program().tabletTime.isAsleep()

interface Sleep {
  /** The monotonic clock stops. */
  readonly standsStill: boolean
  /** The system tells of the wake. */
  readonly isTold: boolean
}

/** To be called while it is awake. `lasts` in ms. */
export function sleepFor(
  { time, tell }: Office,
  door: Door,
  lasts: number,
  { standsStill, isTold }: Sleep,
): void {
  const { tablet } = door
  const { tabletTime, clock, panel, life } = tablet.program()
  tell(() => `${tablet.name} sleeps for ${lasts / 1000} s`)
  const asleepFrom = time.now()
  tabletTime.sleep(standsStill)
  lookAgain(door)
  upset(door.memory, time.now() + lasts + noticedWithin)
  time.after(lasts, () => {
    tell(() => `${tablet.name} wakes${isTold ? '' : ', and is not told'}`)
    tabletTime.wake()
    lookAgain(door)
    const until = time.now() + (standsStill ? noticedWithin : firstMoment)
    if (!isTold) door.memory.daze = { from: asleepFrom, woke: time.now(), until }
    if (!isTold || !life.isAlive()) return
    clock.wake()
    panel.interrupt()
  })
}
