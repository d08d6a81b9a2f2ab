import type { Patience } from '../ports.ts'

/** A patience, and how to end it. */
export function createPatience(): {
  readonly patience: Patience
  readonly end: (cause: Error) => void
} {
  let hasEnded = false
  const listeners: ((cause: Error) => void)[] = []
  return {
    patience: { hasEnded: () => hasEnded, onEnd: (run) => void listeners.push(run) },
    end: (cause) => {
      hasEnded = true
      for (const run of listeners) run(cause)
    },
  }
}
