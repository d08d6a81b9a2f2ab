import type { DoorRow } from '../../shared/console/door-row.ts'
import type { JudgedDoor } from '../model/door-list.ts'
import type { ConsoleView } from '../view.ts'
import { Age } from './age.tsx'
import type { ConsoleLanguage } from '../words/language.ts'

/** What is wrong with a door in a few words, and what IT is to do about it. */
export function HowItIs({ row, condition, ...view }: ConsoleView & JudgedDoor) {
  const { language } = view
  const { words } = language
  if (condition === 'well') return <span class="well">{words.condition.well}</span>
  return (
    <div class="fault">
      <strong>{words.condition[condition]}</strong>
      {condition === 'silent' && row.reportedAt !== undefined && (
        <span class="beside">
          {' '}
          <Age {...view} of={row.reportedAt} say={words.since} />
        </span>
      )}
      {sentencesAbout(row, condition, language).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

function sentencesAbout(
  { lastProblem }: DoorRow,
  condition: Exclude<JudgedDoor['condition'], 'well'>,
  { words, doorWords, advice }: ConsoleLanguage,
): readonly string[] {
  const problem = lastProblem ? [doorWords.problem[lastProblem], advice[lastProblem]] : []
  switch (condition) {
    case 'page':
      return [advice.pageSilent]
    case 'blind':
    case 'problem':
      return problem.length > 0 ? problem : [advice.doorUnknown]
    case 'cloned':
    case 'silent':
    case 'clock':
    case 'unheard':
      return [words.advice[condition], ...problem]
  }
}
