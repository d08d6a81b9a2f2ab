/** What the system calls a failure: `ENOSPC`, say. */
export const reasonIn = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given'
