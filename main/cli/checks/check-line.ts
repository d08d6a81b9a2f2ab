import { englishAdvice } from '../../../shared/set-up/advice.ts'
import type { DiagnosisLine } from '../../../shared/set-up/diagnosis.ts'
import { type CheckLine, isBad } from './check.ts'

/** One line for people: the name, then ok or the code, then what to do. */
export function lineText(line: CheckLine): string {
  switch (line.kind) {
    case 'ok':
      return `${line.name}: ok${line.detail === undefined ? '' : `, ${line.detail}`}`
    case 'failed':
      return `${line.name}: ${line.fault}${line.detail === undefined ? '' : ` (${line.detail})`}. ${englishAdvice[line.fault]}`
    case 'skipped':
      return `${line.name}: skipped: ${line.because}`
    case 'blocked':
      return `${line.name}: skipped: needs ${line.needs}`
  }
}

/** The same in parts, for the administrator at the door. */
export const diagnosisLine = (line: CheckLine): DiagnosisLine => ({
  text: lineText(line),
  isWell: !isBad(line),
  name: line.name,
  note: noteOf(line),
  ...(line.kind === 'failed' && { fault: line.fault }),
  ...(line.kind === 'blocked' && { needs: line.needs }),
})

function noteOf(line: CheckLine): string {
  switch (line.kind) {
    case 'ok':
    case 'failed':
      return line.detail ?? ''
    case 'skipped':
      return line.because
    case 'blocked':
      return ''
  }
}

/** The same for IT's automation. */
export function lineJson(line: CheckLine): Readonly<Record<string, string>> {
  switch (line.kind) {
    case 'ok':
      return { name: line.name, state: 'ok', ...(line.detail !== undefined && { detail: line.detail }) }
    case 'failed':
      return {
        name: line.name,
        state: 'failed',
        code: line.fault,
        ...(line.detail !== undefined && { detail: line.detail }),
        action: englishAdvice[line.fault],
      }
    case 'skipped':
      return { name: line.name, state: 'skipped', because: line.because }
    case 'blocked':
      return { name: line.name, state: 'skipped', needs: line.needs }
  }
}
