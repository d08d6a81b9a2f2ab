import * as v from 'valibot'
import type { VaultProblem } from '../../../engine/secrets.ts'
import type { Result } from '../../../shared/result.ts'

/** The one request that a keyring process gets in its life. */
export type KeyringRequest =
  | { readonly verb: 'read'; readonly account: string; readonly isOpen: boolean }
  | { readonly verb: 'write'; readonly account: string; readonly secret: string; readonly isOpen: boolean }
  | { readonly verb: 'remove'; readonly account: string }

/** The secret for a read, else an empty text. */
export type KeyringAnswer = Result<string, VaultProblem | 'notKept'>

/** The answer in a process's message; undefined if it holds none, as when the process died. */
export function keyringAnswerIn(message: unknown): KeyringAnswer | undefined {
  const parsed = v.safeParse(answerSchema, message)
  return parsed.success ? parsed.output : undefined
}

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.string() }),
  v.object({
    ok: v.literal(false),
    error: v.picklist(['missing', 'locked', 'timedOut', 'unavailable', 'notKept']),
  }),
])
