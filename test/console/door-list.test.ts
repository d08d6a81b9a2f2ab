import { expect, test } from 'vitest'
import { counted, everything, type Filter, fitting, judged } from '../../console/model/door-list.ts'
import { at } from '../support/builders.ts'
import { aDoorRow } from '../support/hub/a-door-row.ts'

const rows = [
  aDoorRow({ door: 'a', roomName: 'Room 10' }),
  aDoorRow({ door: 'b', roomName: 'Room 9', place: 'Tokyo · 2F', occupancy: 'awaitingCheckIn' }),
  aDoorRow({ door: 'c', roomName: undefined, lastProblem: 'rateLimited' }),
  aDoorRow({ door: 'd', roomName: 'Attic', isHere: false }),
  aDoorRow({ door: 'e', roomName: 'Room 9', occupancy: 'inUse' }),
]
const doors = judged(rows, at('10:00'), new Intl.Collator('en', { numeric: true }))

test('the worst doors come first, then the names as people sort them', () => {
  expect(doors.map(({ row }) => row.door)).toEqual(['d', 'c', 'b', 'e', 'a'])
  expect(counted(doors)).toEqual([
    ['silent', 1],
    ['problem', 1],
    ['well', 3],
  ])
})

test.for([
  [{}, 'dcbea'],
  [{ text: 'room 9' }, 'be'],
  [{ text: ' TOKYO ' }, 'b'],
  [{ text: 'omm_0' }, 'dcbea'],
  [{ text: 'room tokyo 9' }, 'b'],
  [{ text: 'nowhere' }, ''],
  [{ condition: 'problem-any' }, 'dc'],
  [{ condition: 'problem' }, 'c'],
  [{ occupancy: 'checkInOpen' }, 'b'],
  [{ occupancy: 'free', condition: 'well' }, 'a'],
] as const satisfies readonly (readonly [Partial<Filter>, string])[])('%j shows %s', ([filter, shown]) => {
  expect(
    fitting(doors, { ...everything, ...filter })
      .map(({ row }) => row.door)
      .join(''),
  ).toBe(shown)
})
