import type { AdminPorts } from '../../engine/admin/administration.ts'
import type { Journal, Log } from '../../engine/ports.ts'
import { emptyJournal } from '../../shared/panel/journal.ts'
import { err, ok } from '../../shared/result.ts'

/** A room in the hub has no screen, so no administrator is let in there, and its engine's acts are in the hub's log. */
export const noAdmin = (log: Log): AdminPorts => ({
  pin: { read: async () => err('missing') },
  tries: { read: async () => ok(0), write: async () => ok(undefined) },
  audit: {
    enter: async (entry) => ok(log.info('audit.verdict', { ...entry })),
    enterRoom: async (entry) => ok(log.info('audit.room', { ...entry })),
    enterDoor: async (entry) => ok(log.info('audit.door', { ...entry })),
  },
  diagnose: async () => ({ lines: [], answers: [], versions: [] }),
  leaveKiosk: () => undefined,
})

/**
 * The watches over series, for as long as this hub leads. Attempts are in the store. This journal is found empty and not
 * missing: an earlier hub may have listed a booking before its start that this one lists first after it.
 */
export function createPassingJournal(): Journal {
  let kept = emptyJournal
  return {
    read: async () => ok({ kind: 'found', content: kept }),
    setAside: async () => ok(''),
    write: async (content) => {
      kept = content
      return ok(undefined)
    },
  }
}
