import type { Result } from '../shared/result.ts'
import type { VaultProblem } from './secrets.ts'

/** A door's next password at its broker, in the keyring beside the present one. Never throws. */
export interface KeptPasswords {
  readonly readNext: () => Promise<Result<string, VaultProblem>>
  /** Resolves once the next start would find it. The present one stays. */
  readonly writeNext: (password: string) => Promise<Result<void, VaultProblem | 'notKept'>>
  /** Puts it in the place of the present one. */
  readonly promote: (password: string) => Promise<Result<void, VaultProblem | 'notKept'>>
}
