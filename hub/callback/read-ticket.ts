import { err, ok, type Result } from '../../shared/result.ts'
import type { KeptTickets } from '../store/tickets.ts'
import { unseal } from './sealed.ts'

/**
 * The newest ticket that Feishu has pushed to any of the hubs; undefined without one. One that another secret has
 * sealed counts as none: Feishu is asked for another one then.
 */
export async function readTicket(
  tickets: Pick<KeptTickets, 'newest'>,
  appId: string,
  readSecret: () => Promise<Result<string, unknown>>,
): Promise<Result<string | undefined, unknown>> {
  const [newest, secret] = await Promise.all([tickets.newest(appId), readSecret()])
  if (!newest.ok) return err(newest.error)
  if (!secret.ok) return err(secret.error)
  return ok(newest.value && unseal(newest.value.sealed, appId, secret.value))
}
