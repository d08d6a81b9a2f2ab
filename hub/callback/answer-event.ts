import type { Clock, Log } from '../../engine/ports.ts'
import type { Result } from '../../shared/result.ts'
import { instantOf } from '../../shared/time/time.ts'
import type { KeptTickets } from '../store/tickets.ts'
import { type EventKeys, openEvent, type PushedRequest } from './open-event.ts'
import { seal } from './sealed.ts'

export interface CallbackParts {
  readonly appId: string
  readonly tickets: KeptTickets
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  /** The files of IT's, read anew for each event. The error names the one that can't be read. */
  readonly readKeys: () => Promise<Result<CallbackKeys, string>>
}

export interface CallbackKeys extends EventKeys {
  /** What the ticket is kept by. */
  readonly appSecret: string
}

/** An answer over HTTP; the body is JSON. Feishu pushes again what is not answered with 200. */
export interface CallbackAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, string>>
}

/** Keeps the ticket that Feishu pushes; answers the question for the callback's address; takes any other event and leaves it. */
export async function answerEvent(parts: CallbackParts, request: PushedRequest): Promise<CallbackAnswer> {
  const { appId, tickets, clock, log, readKeys } = parts
  const keys = await readKeys()
  if (!keys.ok) {
    log.error('callback.no-keys', { cause: keys.error })
    return unready
  }
  const now = clock.now()
  const opened = openEvent(request, keys.value, appId, now)
  if (!opened.ok) {
    log.warn('callback.refused', { because: opened.error })
    return { status: 403, body: { error: 'refused' } }
  }
  const event = opened.value
  if (event.kind === 'challenge') {
    log.info('callback.challenged')
    return { status: 200, body: { challenge: event.challenge } }
  }
  if (event.type !== 'app_ticket' || event.ticket === undefined) {
    log.info('callback.other-event', { type: event.type, tenantKey: event.tenantKey })
    return taken
  }
  // A moment that is still to come would keep all later tickets out.
  const at = instantOf(Math.min(event.at ?? now, now))
  const kept = await tickets.keep(appId, { sealed: seal(event.ticket, appId, keys.value.appSecret), at })
  if (kept.ok) log.info('callback.ticket', { sentAt: new Date(at).toISOString() })
  else log.error('callback.ticket-not-kept', { problem: kept.error })
  return kept.ok ? taken : unready
}

const taken: CallbackAnswer = { status: 200, body: {} }
const unready: CallbackAnswer = { status: 503, body: { error: 'unready' } }
