import type { JournalProblem } from '../../../engine/ports.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** The value of a call of the system or of a native module, or the error that it threw. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, unknown>> {
  try {
    return ok(await action())
  } catch (cause) {
    return err(cause)
  }
}

/** The value of an operation on files that the panel keeps, or why the disk refused it. */
export async function attemptOnDisk<T>(
  code: JournalProblem['code'],
  action: () => Promise<T>,
): Promise<Result<T, JournalProblem>> {
  const attempted = await attempt(action)
  return attempted.ok ? attempted : err({ code, cause: attempted.error })
}
