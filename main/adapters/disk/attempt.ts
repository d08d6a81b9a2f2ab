import { err, ok, type Result } from '../../../shared/result.ts'

/** The value of a system call, or the error that it threw. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, unknown>> {
  try {
    return ok(await action())
  } catch (cause) {
    return err(cause)
  }
}
