import type { Audit, DoorAct } from '../audit.ts'
import type { Clock, Log } from '../ports.ts'

export interface EnterInAuditParts {
  readonly audit: Pick<Audit, 'enterDoor'>
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/** Enters an act at the door in the audit. A disk that refuses the entry does not prevent the act. */
export async function enterInAudit({ audit, clock, log }: EnterInAuditParts, act: DoorAct): Promise<void> {
  const entered = await audit.enterDoor({ ...act, at: clock.now() })
  if (!entered.ok) log.error('audit.failed', { cause: entered.error })
}
