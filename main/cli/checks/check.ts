import type { CalendarProblem } from '../../../engine/room-calendar.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'

/** A check of one thing that a panel needs. */
export interface Check {
  readonly name: string
  /** The checks that must pass first; if one fails, this one would fail for the same reason. */
  readonly needs?: readonly string[]
  readonly look: () => Promise<Finding>
}

export type Finding =
  | { readonly kind: 'ok'; readonly detail?: string }
  | { readonly kind: 'failed'; readonly fault: FaultName; readonly detail?: string }
  /** There is nothing to check here. */
  | { readonly kind: 'skipped'; readonly because: string }
  /** Another check must pass first. */
  | { readonly kind: 'blocked'; readonly needs: string }

export type CheckLine = Finding & { readonly name: string }

/** Runs the checks one after the other. Reports each line as it is known, and returns all of them. */
export async function runChecks(
  checks: readonly Check[],
  tell: (line: CheckLine) => void,
): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = []
  for (const { name, needs = [], look } of checks) {
    const lacking = needs.find((need) => lines.some((line) => line.name === need && isBad(line)))
    const finding: Finding = lacking === undefined ? await look() : { kind: 'blocked', needs: lacking }
    const line = { name, ...finding }
    lines.push(line)
    tell(line)
  }
  return lines
}

export const isBad = ({ kind }: Finding): boolean => kind === 'failed' || kind === 'blocked'

export const fine = (detail?: string): Finding => ({ kind: 'ok', ...(detail !== undefined && { detail }) })

export const failed = (fault: FaultName, detail?: string): Finding => ({
  kind: 'failed',
  fault,
  ...(detail !== undefined && { detail }),
})

export const skipped = (because: string): Finding => ({ kind: 'skipped', because })

/** The finding for a failed call, with the details that IT needs to look it up. */
export function failedCall({ code, network, scopes, calendarCode, logId }: CalendarProblem): Finding {
  const details = [scopes?.join(' or '), calendarCode, logId && `log id ${logId}`]
  const told = details.filter((part) => part !== undefined)
  return failed(network ?? code, told.length > 0 ? told.join(', ') : undefined)
}
