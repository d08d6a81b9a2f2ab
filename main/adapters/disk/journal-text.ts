import * as v from 'valibot'
import { checkInEntries, keptBooking } from '../../../shared/kept/check-in-entries.ts'
import type { JournalContent } from '../../../shared/panel/journal.ts'
import type { Policy } from '../../../shared/release/policy.ts'
import { keepReasons } from '../../../shared/release/release.ts'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'

/**
 * Increases when an earlier version of the panel could no longer read the journal. 2: check-ins have the
 * organiser's mark, and may be presumed. 3: the journal has the rules that the door showed last. 4: it
 * has the series that are watched.
 */
const version = 4

const interval = { booking: keptBooking, start: keptInstant, end: keptInstant }
const about = { ...interval, at: keptInstant }

const length = v.pipe(v.number(), v.finite(), v.minValue(0))

const rulesSchema: v.GenericSchema<unknown, Policy> = v.strictObject({
  mode: v.picklist(['off', 'observe', 'auto']),
  opensBefore: length,
  grace: length,
  exemptFrom: length,
  exempt: v.array(v.string()),
  follower: v.boolean(),
  earlier: v.exactOptional(v.strictObject({ until: keptInstant, policy: v.lazy(() => rulesSchema) })),
})

const journalSchema = v.strictObject({
  version: v.picklist([1, 2, 3, version]),
  completeSince: v.exactOptional(v.union([v.literal('unknown'), keptInstant])),
  checkIns: v.array(v.strictObject(checkInEntries)),
  attempts: v.array(v.strictObject(about)),
  decisions: v.array(
    v.strictObject({
      ...about,
      outcome: v.picklist(['released', 'kept', 'observed', 'uncertain']),
      because: v.exactOptional(v.picklist(keepReasons)),
    }),
  ),
  rules: v.exactOptional(rulesSchema),
  seriesHarm: v.exactOptional(
    v.strictObject({ booking: keptBooking, missing: v.array(keptBooking), at: keptInstant }),
  ),
  watches: v.exactOptional(
    v.array(
      v.strictObject({
        ...interval,
        room: v.string(),
        meeting: v.string(),
        sibling: v.strictObject(interval),
        known: v.array(keptBooking),
      }),
    ),
  ),
})

/** The file's text, indented so that people can read it, too. */
export const journalText = (content: JournalContent): string =>
  `${JSON.stringify({ version, ...content }, undefined, 1)}\n`

/** The content of a journal; undefined for a text that no panel of this version wrote. */
export function journalFromText(text: string): JournalContent | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), journalSchema), text)
  if (!parsed.success) return undefined
  const { version: _, ...content } = parsed.output
  return content
}
