import * as v from 'valibot'
import type { VaultProblem } from '../../../engine/secrets.ts'
import type { Result } from '../../../shared/result.ts'

/** What the process that talks to the keyring is asked, once in its life. */
export type KeyringRequest =
  | { readonly verb: 'read'; readonly account: string; readonly isOpen: boolean }
  | { readonly verb: 'write'; readonly account: string; readonly secret: string; readonly isOpen: boolean }
  | { readonly verb: 'remove'; readonly account: string }

/** A secret where one was asked for, else an empty text. */
export type KeyringAnswer = Result<string, VaultProblem | 'notKept'>

/** Gives nothing for what is no answer, as where the process died. */
export function keyringAnswerIn(message: unknown): KeyringAnswer | undefined {
  const parsed = v.safeParse(answerSchema, message)
  return parsed.success ? parsed.output : undefined
}

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.string() }),
  v.object({ ok: v.literal(false), error: v.picklist(['missing', 'locked', 'unavailable', 'notKept']) }),
])
