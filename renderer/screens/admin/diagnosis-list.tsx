import type { Diagnosis } from '../../../shared/set-up/diagnosis.ts'
import type { AdminView } from './admin-view.ts'

export interface DiagnosisListProps extends AdminView {
  readonly diagnosis: Diagnosis
}

/** For IT, in the words of `room-panel doctor`. */
export function DiagnosisList({ diagnosis, snapshot, language }: DiagnosisListProps) {
  const words = language.words.admin
  if (diagnosis.kind !== 'done')
    return (
      <section class="admin-list" aria-busy={diagnosis.kind !== 'failed'}>
        <h1 class="admin-title">{words.diagnose}</h1>
        <p role="status">{diagnosis.kind === 'failed' ? words.diagnosisFailed : words.diagnosing}</p>
      </section>
    )
  return (
    <section class="admin-list diagnosis" data-testid="admin-diagnosis" lang="en">
      <ul>
        {diagnosis.lines.map(({ text, isWell }) => (
          <li key={text} data-well={isWell}>
            {text}
          </li>
        ))}
      </ul>
      <h2 lang={undefined}>{words.lastAnswers}</h2>
      {diagnosis.answers.length === 0 && <p>{words.noAnswers}</p>}
      <ul>
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
