import type { Judgement, Judging } from '../../../shared/admin/judging.ts'
import type { Interval } from '../../../shared/time/time.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Language } from '../../words/language.ts'
import type { Words } from '../../../shared/languages/words.ts'
import type { AdminView } from './admin-view.ts'

export interface JudgingLineProps extends AdminView {
  readonly judging: Judging
}

/** The progress of a verdict, or its outcome. */
export function JudgingLine({ judging, snapshot, language }: JudgingLineProps) {
  if (judging.kind === 'none') return null
  const { lead, advice, code } = textOf(judging, language.words)
  return (
    <p class="admin-line" role="status" data-testid="notice">
      {judging.when && <time>{timesOf(judging.when, language, snapshot.today)}</time>} <strong>{lead}</strong>{' '}
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

function textOf(judgement: Judgement, words: Words): LineText {
  const own = words.admin.verdict[judgement.verdict]
  if (judgement.kind === 'judging') return { lead: own.underWay }
  switch (judgement.outcome.kind) {
    case 'done':
      return { lead: own.done }
    case 'refused': {
      const { reason } = judgement.outcome
      return { lead: own.refused, advice: { ...words.problem, ...words.admin.refusal }[reason], code: reason }
    }
    case 'uncertain':
      return { lead: own.uncertain, advice: words.admin.uncertainAdvice }
  }
}
