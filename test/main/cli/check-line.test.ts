import { expect, test } from 'vitest'
import { diagnosisLine } from '../../../main/cli/checks/check-line.ts'

test.each([
  [
    { name: 'disk', kind: 'ok', detail: '41 GB free' },
    { text: 'disk: ok, 41 GB free', name: 'disk', note: '41 GB free', isWell: true },
  ],
  [
    { name: 'room', kind: 'failed', fault: 'roomUnknown', detail: '121003' },
    {
      text: 'room: roomUnknown (121003). The calendar has no such room: see room.id.',
      name: 'room',
      note: '121003',
      fault: 'roomUnknown',
      isWell: false,
    },
  ],
  [
    { name: 'name', kind: 'skipped', because: 'the proxy looks it up' },
    {
      text: 'name: skipped: the proxy looks it up',
      name: 'name',
      note: 'the proxy looks it up',
      isWell: true,
    },
  ],
  [
    { name: 'room', kind: 'blocked', needs: 'token' },
    { text: 'room: skipped: needs token', name: 'room', note: '', needs: 'token', isWell: false },
  ],
] as const)('gives the door of %o what it needs to say the line in its own language', (line, expected) => {
  expect(diagnosisLine(line)).toEqual(expected)
})
