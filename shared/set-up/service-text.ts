import type { Occupancy } from '../occupancy/occupancy.ts'
import type { SetUpProblem } from './set-up.ts'
import type { TabletIdentity } from './tablet.ts'

/**
 * Characters. At 800×480 a code with more has modules of less than 3 px, and a scanner could not read a picture of it with
 * 160.
 */
const detailShown = 48

/** The code of a panel that shows no room: the fault's name, as `doctor` prints it. */
export function serviceCodeOf(occupancy: Occupancy): string | undefined {
  if (occupancy.kind === 'notSetUp') return occupancy.problem.kind
  return occupancy.kind === 'outOfService' ? occupancy.kind : undefined
}

/** The text of the QR code for IT: which tablet it is, and the fault with its details as `doctor` names them. It is English in every language. */
export function serviceText({ name, code }: TabletIdentity, occupancy: Occupancy): string {
  const fault = serviceCodeOf(occupancy) ?? ''
  const detail = Array.from(detailOf(occupancy)).slice(0, detailShown).join('')
  return [`room-panel ${code} ${name}`, detail === '' ? fault : `${fault}: ${detail}`].join('\n')
}

function detailOf(occupancy: Occupancy): string {
  if (occupancy.kind === 'outOfService') return occupancy.reason ?? ''
  return occupancy.kind === 'notSetUp' ? detailOfProblem(occupancy.problem) : ''
}

function detailOfProblem(problem: SetUpProblem): string {
  switch (problem.kind) {
    case 'configurationMissing':
    case 'configurationUnreadable':
      return problem.file
    case 'configurationInvalid':
      return problem.faults.map(({ path, rule }) => `${path} ${rule}`).join('; ')
    case 'secretMissing':
      return problem.appId
    case 'secretOfOtherOrigin':
      return problem.origin
    case 'passwordMissing':
      return problem.door
    case 'keyringLocked':
    case 'keyringTimedOut':
    case 'keyringUnavailable':
      return ''
  }
}
