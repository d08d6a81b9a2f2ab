import { err, ok, type Result } from './result.ts'

/**
 * Where a text stops being JSON; line and column count from 1. The fault never holds the text itself, which
 * may be a secret.
 */
export interface JsonFault {
  readonly line: number
  readonly column: number
}

/**
 * Parses a text as JSON. Editors on Windows begin a file with a byte order mark, which JSON does not allow.
 */
export function readJson(text: string): Result<unknown, JsonFault> {
  const json = text.replace(/^\uFEFF/, '')
  const fault = faultIn(json)
  return fault === undefined ? ok(JSON.parse(json)) : err(placeOf(json, fault))
}

export const placeText = ({ line, column }: JsonFault): string => `line ${line}, column ${column}`

/** V8's message about a text that is not JSON; undefined for valid JSON. */
function faultIn(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (fault) {
    return String(fault)
  }
}

/** V8 names the position of most faults. For an unexpected character it may name only the character. */
function placeOf(text: string, fault: string): JsonFault {
  const [, position] = /at position (\d+)/.exec(fault) ?? []
  const [, strange] = /Unexpected token '(.)'/su.exec(fault) ?? []
  const index = position === undefined ? firstStrange(text, strange) : Number(position)
  const lines = text.slice(0, index).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

const firstStrange = (text: string, strange: string | undefined): number =>
  [...indexesOf(text, strange)].find((index) =>
    faultIn(text.slice(0, index + 1))?.includes('Unexpected token'),
  ) ?? text.length

function* indexesOf(text: string, part: string | undefined): Generator<number> {
  if (part === undefined) return
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1)) yield index
}
