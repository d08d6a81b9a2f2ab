import type { ComponentChildren } from 'preact'
import type { JudgedDoor } from '../model/door-list.ts'
import type { ConsoleView } from '../view.ts'
import type { Column } from '../words/console-words.ts'
import { Age } from './age.tsx'
import { clockText } from './clock-text.ts'

/** All that is known of one door, in pairs. */
export function DoorFacts({ row, condition, ...view }: ConsoleView & JudgedDoor) {
  const { words, age } = view.language
  const { readAt, reportedAt, pageAge } = row
  const facts: readonly (readonly [Column, ComponentChildren])[] = [
    ['door', <code>{row.door}</code>],
    ['roomId', <code>{row.room}</code>],
    ['reported', reportedAt === undefined ? words.notKnown : <Age {...view} of={reportedAt} />],
    ['read', readAt === undefined ? words.notKnown : <Age {...view} of={readAt} />],
    ['page', pageAge === undefined ? words.notKnown : age(pageAge)],
    ['clock', row.clockError === undefined ? words.notKnown : clockText(row.clockError, view.language)],
    ['waiting', row.outbox ?? words.notKnown],
    ['version', row.version ?? words.notKnown],
    ['configuration', configurationText(row.configuration, words)],
  ]
  const shown: typeof facts =
    condition === 'silent' && reportedAt !== undefined
      ? [['silent', <Age {...view} of={reportedAt} />], ...facts]
      : facts
  return (
    <dl class="facts">
      {shown.map(([column, value]) => (
        <div key={column}>
          <dt>{words.column[column]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const configurationText = (
  version: number | undefined,
  words: ConsoleView['language']['words'],
): string | number =>
  version === undefined ? words.notKnown : version === 0 ? words.ownConfiguration : version
