import * as v from 'valibot'
import { list, madeId, version, whole } from './fields.ts'
import { utf8Length } from './utf8-length.ts'

/**
 * Why a door did not do what IT ordered.
 *
 * - `busy`: another order was under way at the door
 * - `expired`: the order came too late, as after a sleep of the tablet
 * - `doorNeeded`: people were at the door, or something of theirs was under way, until the order to restart expired
 * - `noPicture`: the page showed none that could be taken
 * - `failed`: the door's log says why
 */
export const orderFaults = ['busy', 'expired', 'doorNeeded', 'noPicture', 'failed'] as const

export type OrderFault = (typeof orderFaults)[number]

/** The most parts that one answer has. */
export const mostParts = 8

/**
 * What a door says about an order of IT's that it has taken up, beside a picture: `re` is the order's id.
 *
 * - `lines`: one of `parts` parts, the first of which is 0; they may come in any order, and twice
 * - `restarting`: the program is about to end, and begins anew
 * - `failed`: it is not carried out
 */
export const toldSchema = v.variant('kind', [
  v.object({
    v: version,
    re: madeId,
    kind: v.literal('lines'),
    part: whole,
    parts: v.pipe(whole, v.minValue(1), v.maxValue(mostParts)),
    lines: list(v.string()),
  }),
  v.object({ v: version, re: madeId, kind: v.literal('restarting') }),
  v.object({ v: version, re: madeId, kind: v.literal('failed'), fault: v.picklist(orderFaults) }),
])

export type Told = v.InferOutput<typeof toldSchema>

/** Characters, of which JSON makes at most six bytes each. */
const longestLine = 2500
/** Bytes of the lines in one part: the rest of the message is an id and names. */
const longestPart = 15_500

/** The lines in parts that fit into messages, the newest last. The oldest lines are left out if there are too many. */
export function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  let bytes = 0
  for (const line of lines.map(cut).toReversed()) {
    const more = utf8Length(JSON.stringify(line)) + 1
    if (bytes + more > longestPart) {
      if (parts.length === mostParts) break
      parts.unshift([])
      bytes = 0
    }
    parts[0]?.unshift(line)
    bytes += more
  }
  return parts
}

const cut = (line: string): string => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line)
