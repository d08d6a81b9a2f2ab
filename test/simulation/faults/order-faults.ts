import { days, hours, minutes } from '../../../shared/time/time.ts'
import { changeRules } from '../people/change-rules.ts'
import { closeRoom } from '../people/close-room.ts'
import type { Office } from '../people/office.ts'
import type { Scenario } from '../run/scenario.ts'
import {
  answerEmpty,
  answerForeign,
  answerFromCache,
  answerOdd,
  answerUnknown,
  datesMissing,
  datesWrong,
} from './between-faults.ts'
import { breakDisk, loseJournal, spoilJournal } from './disk-faults.ts'
import { breakLine, lagReplies, revokeTokens, spendQuota } from './platform-faults.ts'
import { coverPage, crash, crashPage, freezePage } from './program-faults.ts'
import { setClock, sleep } from './time-faults.ts'

/** Something goes wrong with a room's panels, now. */
export type Misfortune = (office: Office) => void

const misfortunes: readonly Misfortune[] = [
  breakLine,
  breakLine,
  breakLine,
  breakLine,
  lagReplies,
  revokeTokens,
  spendQuota,
  crash,
  crash,
  crash,
  crashPage,
  freezePage,
  freezePage,
  setClock,
  sleep,
  sleep,
  breakDisk,
  spoilJournal,
]

/** What is odder than that. */
const oddities: readonly Misfortune[] = [
  answerForeign,
  answerEmpty,
  answerEmpty,
  answerFromCache,
  datesMissing,
  datesWrong,
  answerOdd,
  answerUnknown,
  coverPage,
  coverPage,
  loseJournal,
  closeRoom,
  changeRules,
]

/** Draws what goes wrong on each day. Most of it strikes while a meeting waits for its people: there it can do harm. */
export function orderFaults(office: Office, scenario: Scenario): void {
  const { dice, time } = office
  office.world.switches.zeroOnSeries = dice.pick(['wholeSeries', 'rejected', 'firstInstance'])
  office.world.switches.endedEarly = dice.pick(['shortened', 'removed'])
  office.world.switches.tokenLife = dice.pick([7200, 7200, 7200, 7200, 3600, 300])
  office.world.switches.refusalStatus = dice.pick([200, 400])
  for (let day = 0; day < scenario.days; day++) {
    const midnight = scenario.start + days(day)
    time.at(midnight + hours(1), () => orderForDay(office, midnight))
  }
}

function orderForDay(office: Office, midnight: number): void {
  const { dice, time, world, room, tally } = office
  const stays = world.staysIn(room, { from: midnight + hours(1), to: midnight + days(1) })
  for (let count = dice.between(0, 5); count > 0; count--) {
    const stay = stays[dice.between(0, stays.length - 1)]
    const moment =
      stay !== undefined && dice.chance(0.85)
        ? stay.start + dice.between(-minutes(6), criticalTime(office) + minutes(1))
        : midnight + dice.between(hours(1), hours(23))
    const misfortune = dice.pick(dice.chance(0.3) ? oddities : misfortunes)
    time.at(moment, () => {
      tally.faults++
      misfortune(office)
    })
  }
}

/** The grace of the room's panel. */
const criticalTime = ({ doors }: Office): number => doors[0]?.rules.current().grace ?? minutes(10)
