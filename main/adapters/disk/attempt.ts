import { err, ok, type Result } from '../../../shared/result.ts'

/** What a call of the system gives, or what it threw. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, unknown>> {
  try {
    return ok(await action())
  } catch (cause) {
    return err(cause)
  }
}
