import type { Room } from '../../../simulator/rooms/room.ts'
import type { App } from '../../../simulator/tenancy/tenant.ts'
import type { World } from '../../../simulator/world.ts'
import type { Tally } from '../people/office.ts'
import type { Watcher } from '../tablet/program.ts'
import type { TrueTime } from '../time/true-time.ts'
import { createCalendarRest } from './calls/calendar-rest.ts'
import { createCallBudget } from './calls/call-budget.ts'
import { createMonthShare } from './calls/month-share.ts'
import type { Court } from './court.ts'
import { type Door, lookAgain } from './door.ts'
import { forgetJournal, newMemory, noteHarmed, type RoomMemory } from './memory.ts'
import { judgePicture } from './picture/picture-judged.ts'
import { judgeRecalled } from './picture/recalled-judged.ts'
import { forgetTaps } from './reserving/attempts.ts'
import { noteRest } from './reserving/call-judged.ts'
import { judgeReserving } from './reserving/words-judged.ts'
import { noteTimeSaid, type TimeSaid, timeSaidBy } from './time-said.ts'
import { watchRequest } from './watch-door.ts'

export interface WatchedWorld {
  readonly time: TrueTime
  readonly world: World
  readonly room: Room
  readonly neighbour: Room | undefined
  readonly app: App
  readonly court: Court
  readonly everything: RoomMemory
  readonly tell: (line: () => string) => void
  readonly tally: Tally
}

/** Everything that a tablet does, told to the laws and to the story. */
export function watchTablet(doorOf: () => Door, { tell, tally, everything }: WatchedWorld): Watcher {
  let shown = ''
  const countCall = createCallBudget()
  const monthShare = createMonthShare()
  const rest = createCalendarRest()
  return {
    started() {
      const door = doorOf()
      door.memory = newMemory(door.time.now())
      forgetTaps(door)
      monthShare.started()
      rest.started()
      if (door.hasLostAll) monthShare.lost()
      if (door.hasLostAll) forgetWhatNobodyCanKnow(door)
      door.hasLostAll = false
      shown = ''
      tell(() => `${door.tablet.name} starts`)
    },
    painted(snapshot) {
      const door = doorOf()
      const before = everything.checkIns.length
      lookAgain(door)
      judgePicture(door, snapshot)
      judgeReserving(door, snapshot, tally)
      if (judgeRecalled(door, snapshot)) tally.recalled++
      tally.checkIns += everything.checkIns.length - before
      const { occupancy } = snapshot
      const line = `${occupancy.kind}${'booking' in occupancy ? ` ${occupancy.booking.id}` : ''}${snapshot.checkIns.length > 0 ? ', check-in' : ''}`
      if (line !== shown) tell(() => `${door.tablet.name} shows ${line}`)
      shown = line
    },
    sightChanged: () => lookAgain(doorOf()),
    requested(request) {
      const door = doorOf()
      tally.calls++
      countCall(door)
      rest.asked(door, request)
      const { decided, answered } = watchRequest(door, request, tally)
      const { memory } = door
      let said: TimeSaid = 'nothing'
      let noteRestOnArrival = (): void => {}
      return {
        decided: (arrival) => {
          said = timeSaidBy(arrival, door.time.now())
          noteRestOnArrival = () => rest.answered(door, request, arrival)
          noteRest(door, arrival)
          if (arrival.isHeard) monthShare.called(door, request, arrival.outcome)
          decided(arrival)
        },
        answered: () => {
          noteTimeSaid(memory, said, door.time.now())
          noteRestOnArrival()
          answered()
        },
      }
    },
    logged(event, facts) {
      if (event === 'series.harmed') {
        noteHarmed(everything, doorOf().tablet.name, doorOf().time.now())
        everything.mayBeHarmed = true
      }
      if (event === 'release.kept') count(tally.kept, String(facts['because']))
      if (event === 'release.settled') countOutcome(tally, facts['outcome'])
      tell(() => `${doorOf().tablet.name} logs ${event} ${JSON.stringify(facts)}`)
    },
    journalRead(text) {
      const door = doorOf()
      door.memory.diskReadAt ??= door.time.now()
      if (text !== undefined && text === door.rubbish) forgetJournal(everything, door.tablet.name)
    },
  }
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}

function countOutcome(tally: Tally, outcome: unknown): void {
  if (typeof outcome !== 'object' || outcome === null || !('kind' in outcome)) return
  if (outcome.kind === 'released') tally.releases++
  if (outcome.kind === 'kept' && 'because' in outcome) count(tally.kept, String(outcome.because))
  if (outcome.kind === 'uncertain') count(tally.kept, 'uncertain')
}

/**
 * A panel without any files can't know that it isn't the first of its room: for it a booking is first listed
 * then. It keeps every booking that has begun by then. Check-ins from before are lost.
 */
function forgetWhatNobodyCanKnow({ everything, listed, touches, time }: Door): void {
  const now = time.now()
  // People inside by now keep a booking that has begun, and don't count for later ones.
  const known = everything.checkIns
    .filter(({ start, end }) => start <= now && now < end)
    .map((presence) => ({ ...presence, end: now, endedAt: now, organizer: undefined }))
  everything.checkIns.splice(0, everything.checkIns.length, ...known)
  for (const [name, { start }] of everything.taps) if (start > now) everything.taps.delete(name)
  everything.sitters.length = 0
  listed.clear()
  touches.length = 0
}
