import type { EndRefusal } from '../../shared/domain/ending.ts'
import type { Notice } from '../notice.ts'
import type { Words } from '../words/words.ts'
import { CodeLine } from './code-line.tsx'

/** What came of a tap: calm words, and for IT the name of what was in the way. */
export function NoticeLine({ notice, words }: { readonly notice: Notice; readonly words: Words }) {
  const { lead, advice, code } = textOf(notice, words)
  return (
    <p class="notice" role="status" data-testid="notice">
      <strong>{lead}</strong> {advice} {code !== undefined && <CodeLine code={code} />}
    </p>
  )
}

interface NoticeText {
  readonly lead: string
  readonly advice?: string
  readonly code?: string
}

export function textOf(notice: Notice, words: Words): NoticeText {
  switch (notice.kind) {
    case 'ending':
      return { lead: words.ending }
    case 'done':
      return { lead: words.ended }
    case 'refused':
      return { lead: words.notEnded, advice: refusalIn(words, notice.reason), code: notice.reason }
    case 'uncertain':
      return { lead: words.maybeEnded, advice: words.maybeEndedAdvice }
    case 'panelFailed':
      return { lead: words.panelFailed, advice: words.panelFailedAdvice, code: 'panelFailed' }
  }
}

function refusalIn(words: Words, reason: EndRefusal): string {
  const sentences: Readonly<Record<EndRefusal, string>> = { ...words.problem, ...words.refusal }
  return sentences[reason]
}
