/** A check of one thing that a hub needs. */
export interface HubCheck {
  readonly name: string
  readonly look: () => Promise<HubFinding>
}

/** `text`: what was found, what to do, or why it is off. */
export interface HubFinding {
  readonly kind: 'ok' | 'failed' | 'off'
  readonly text: string
}

/** Looks at one thing after the other, and prints a line about each. Returns the exit status: 0, or 1 if one has failed. */
export async function tellHealth({
  checks,
  say,
  asJson,
}: {
  readonly checks: readonly HubCheck[]
  readonly say: (line: string) => void
  readonly asJson: boolean
}): Promise<0 | 1> {
  const lines: (HubFinding & Pick<HubCheck, 'name'>)[] = []
  for (const { name, look } of checks) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are read
    const line = { name, ...(await look()) }
    lines.push(line)
    if (!asJson) say(`${marks[line.kind]}  ${name}: ${line.text}`)
  }
  const isWell = lines.every(({ kind }) => kind !== 'failed')
  if (asJson) say(JSON.stringify({ ok: isWell, checks: lines }))
  return isWell ? 0 : 1
}

/** All as long as the longest. */
const marks = { ok: 'ok    ', failed: 'FAILED', off: 'off   ' } as const
