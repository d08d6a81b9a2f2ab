import type { AdminWords } from '../../../shared/languages/admin-words.ts'
import type { Words } from '../../../shared/languages/words.ts'
import { problemCodes } from '../../../shared/reading/problem.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import type { Diagnosis, DiagnosisLine } from '../../../shared/set-up/diagnosis.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { AdminView } from './admin-view.ts'

export interface DiagnosisListProps extends AdminView {
  readonly diagnosis: Diagnosis
}

/** The faults first, each with what IT is to do about it. */
export function DiagnosisList({ diagnosis, snapshot, language }: DiagnosisListProps) {
  const words = language.words.admin
  if (diagnosis.kind !== 'done')
    return (
      <section class="admin-list" aria-busy={diagnosis.kind !== 'failed'}>
        <h1 class="admin-title">{words.diagnose}</h1>
        <p role="status">{diagnosis.kind === 'failed' ? words.diagnosisFailed : words.diagnosing}</p>
      </section>
    )
  const faults = diagnosis.lines.filter(({ isWell }) => !isWell)
  return (
    <section class="admin-list diagnosis" data-testid="admin-diagnosis" tabIndex={0}>
      <h1 class="admin-title">{faults.length > 0 ? words.faults : words.nothingWrong}</h1>
      <ul class="diagnosis-faults">
        {faults.map((line) => (
          <Fault key={line.text} line={line} words={language.words} />
        ))}
      </ul>
      <h2>{words.well}</h2>
      <ul class="diagnosis-well">
        {diagnosis.lines
          .filter(({ isWell }) => isWell)
          .map((line) => (
            <li key={line.text}>
              {nameIn(words, line.name)} <small lang="en">{line.note}</small>
            </li>
          ))}
      </ul>
      <h2>{words.lastAnswers}</h2>
      {diagnosis.answers.length === 0 && <p>{words.noAnswers}</p>}
      <ul class="diagnosis-answers">
        {diagnosis.answers.map(({ at, path, code, logId }, index) => (
          <li key={index}>
            {language.formats.moment(at, snapshot.today)} {path} {code ?? '–'} {logId}
          </li>
        ))}
      </ul>
      <p>{diagnosis.versions.join(' · ')}</p>
    </section>
  )
}

function Fault({ line, words }: { readonly line: DiagnosisLine; readonly words: Words }) {
  const { name, fault, needs, note } = line
  return (
    <li>
      <strong>{nameIn(words.admin, name)}</strong>
      <p>
        {fault && problemIn(words, fault)} {fault && words.admin.advice[fault]}
        {needs && words.admin.needs(nameIn(words.admin, needs))}{' '}
        {fault && <CodeLine code={[fault, note].filter(Boolean).join(' · ')} />}
      </p>
    </li>
  )
}

/** A scope has the name that the calendar gives it. */
function nameIn({ checks }: AdminWords, name: string): string {
  const known: Readonly<Record<string, string>> = { ...checks, 'series guard': checks.seriesGuard }
  return known[name] ?? name
}

/** Of the faults that a visitor may read about there is a sentence in each language. */
function problemIn({ problem }: Words, fault: FaultName): string | undefined {
  const code = problemCodes.find((one) => one === fault)
  return code && problem[code]
}
