/** A law of design.md section 2 that was broken, and how. */
export interface Violation {
  readonly law: string
  /** True time, ms since 1970. */
  readonly at: number
  readonly what: string
}

/** Where the laws are judged: by what the world knows, never by what the panel says of itself. */
export interface Court {
  readonly accuse: (law: string, what: string) => void
  readonly violations: readonly Violation[]
}

/** One thing gone wrong is often told again and again. */
const most = 20

export function createCourt(now: () => number, tell: (line: () => string) => void): Court {
  const violations: Violation[] = []
  return {
    accuse(law, what) {
      if (violations.length < most) violations.push({ law, at: now(), what })
      tell(() => `!! ${law}: ${what}`)
    },
    violations,
  }
}
