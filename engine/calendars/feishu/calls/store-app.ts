import { err, ok, type Result } from '../../../../shared/result.ts'
import { englishAdvice } from '../../../../shared/set-up/advice.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { Clock, Log } from '../../../ports.ts'
import type { SecretProblem } from '../../../secrets.ts'
import { appSecretOf } from './app-secret-of.ts'
import type { Exchange } from './exchange.ts'
import { type CallFault, neverSent } from './problems.ts'
import { appTokenCall, resendCall, tenantTokenCall } from './store-calls.ts'
import type { FreshToken, TokenSource } from './token-source.ts'

/** What a store app's token comes from besides its secret. */
export interface StoreApp {
  /** The company that has installed the app. */
  readonly tenantKey: string
  /** The newest ticket that Feishu has pushed; undefined if there is none. The error says why it can't be read now. */
  readonly readTicket: () => Promise<Result<string | undefined, unknown>>
}

interface Outside extends StoreApp {
  readonly exchange: Exchange
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
  readonly appId: string
  readonly readSecret: () => Promise<Result<string, SecretProblem>>
}

/**
 * The token's source for a store app: Feishu's ticket and the secret make a token of the app, and that one the
 * token of the company. Without a ticket that Feishu takes, another one is asked for, and the fault is one that
 * passes soon: Feishu pushes the ticket at once, and the next try finds it.
 */
export function storeApp(outside: Outside): TokenSource {
  const { exchange, appId, tenantKey, readTicket } = outside
  const asking = createAsking(outside)

  const withTicket = async (secret: string, ticket: string): Promise<Result<FreshToken, CallFault>> => {
    const app = await exchange(appTokenCall(appId, secret, ticket))
    if (!app.ok) return app
    const answer = await exchange(tenantTokenCall(app.value.app_access_token, tenantKey))
    if (!answer.ok) return answer
    return ok({ value: answer.value.tenant_access_token, life: seconds(answer.value.expire) })
  }

  return {
    async fetch() {
      const secret = await appSecretOf(outside)
      if (!secret.ok) return secret
      const ticket = await readTicket()
      if (!ticket.ok) return err(noTicket(ticket.error))
      const token =
        ticket.value === undefined ? err(noTicket()) : await withTicket(secret.value, ticket.value)
      if (token.ok) asking.succeeded()
      if (token.ok || token.error.problem.code !== 'ticketMissing')
        return token.ok ? token : err(neverSent(token.error))
      const refusal = await asking.askForTicket(secret.value)
      return err(refusal ?? neverSent(token.error))
    },
  }
}

const noTicket = (cause?: unknown): CallFault => ({
  nature: 'notSent',
  problem: { code: 'ticketMissing', ...(cause !== undefined && { cause }) },
})

/** Ms. Two hubs ask each for itself, and Feishu pushes a ticket each hour in any case. */
const [firstPause, longestPause] = [minutes(1), minutes(15)]

/** Asks for another ticket, after growing pauses as long as it does not help. */
function createAsking({ exchange, clock, log, appId }: Outside) {
  let askedAt = -Infinity
  let pause = 0
  return {
    succeeded: (): void => void (pause = 0),
    /** The fault if Feishu refuses to push one. */
    async askForTicket(secret: string): Promise<CallFault | undefined> {
      if (clock.elapsed() - askedAt < pause) return undefined
      askedAt = clock.elapsed()
      pause = Math.min(Math.max(pause * 2, firstPause), longestPause)
      log.warn('feishu.ticket-asked-for', { action: englishAdvice.ticketMissing })
      const answer = await exchange(resendCall(appId, secret))
      return answer.ok ? undefined : neverSent(answer.error)
    },
  }
}
