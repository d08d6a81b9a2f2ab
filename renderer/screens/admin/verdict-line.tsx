import { actionOf } from '../../../shared/action/action.ts'
import type { VerdictAction } from '../../../shared/admin/judging.ts'
import type { Interval } from '../../../shared/time/time.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Language } from '../../words/language.ts'
import type { Words } from '../../../shared/languages/words.ts'
import type { AdminView } from './admin-view.ts'

/** The progress of a verdict, or its outcome. */
export function VerdictLine({ snapshot, language }: AdminView) {
  const action = actionOf(snapshot.actions, 'verdict')
  if (action === undefined) return null
  const { lead, advice, code } = textOf(action, language.words)
  return (
    <p class="admin-line" role="status" data-testid="notice">
      {action.when && <time>{timesOf(action.when, language, snapshot.today)}</time>} <strong>{lead}</strong>{' '}
      {advice} {code !== undefined && <CodeLine code={code} />}
    </p>
  )
}

function timesOf({ start, end }: Interval, { formats }: Language, today: Interval): string {
  return `${formats.moment(start, today)}–${formats.moment(end, today)}`
}

interface LineText {
  readonly lead: string
  readonly advice?: string
  readonly code?: string
}

function textOf(action: VerdictAction, words: Words): LineText {
  const own = words.admin.verdict[action.verdict]
  if (action.stage !== 'settled') return { lead: own.underWay }
  switch (action.outcome.kind) {
    case 'done':
      return { lead: own.done }
    case 'refused': {
      const { reason } = action.outcome
      return { lead: own.refused, advice: { ...words.problem, ...words.admin.refusal }[reason], code: reason }
    }
    case 'uncertain':
      return { lead: own.uncertain, advice: words.admin.uncertainAdvice }
  }
}
