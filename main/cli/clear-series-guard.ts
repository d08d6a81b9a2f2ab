import type { Journal } from '../../engine/ports.ts'

export interface ClearSeriesGuardParts {
  readonly isRunning: boolean
  readonly journal: Journal
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Switches automatic release on again after the series guard switched it off and IT looked into it. Only
 * while no panel runs, because a running panel keeps the journal in memory. Returns the exit status: 0, or 1
 * if the journal was not changed.
 */
export async function clearSeriesGuard({ isRunning, journal, say }: ClearSeriesGuardParts): Promise<0 | 1> {
  const fail = (why: string): 1 => {
    say(`series guard: ${why}; nothing was changed`)
    return 1
  }
  if (isRunning) return fail('stop the panel first')
  const read = await journal.read()
  if (!read.ok) return fail('the journal can’t be read')
  if (read.value.kind !== 'found') return fail('there is no journal')
  const { seriesHarm, ...content } = read.value.content
  if (seriesHarm === undefined) {
    say('series guard: it was not on')
    return 0
  }
  const written = await journal.write(content)
  if (!written.ok) return fail('the journal can’t be written')
  say(`series guard: cleared; it was on since ${new Date(seriesHarm.at).toISOString()}`)
  return 0
}
