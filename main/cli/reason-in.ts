/** The system's code of a failure, such as `ENOSPC`. */
export const reasonIn = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given'
