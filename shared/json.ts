import { err, ok, type Result } from './result.ts'

/** Where a text is no JSON any more, counted from 1. Never what stands there: it may be a secret. */
export interface JsonFault {
  readonly line: number
  readonly column: number
}

/** A text as JSON. Editors on Windows begin a file with a byte order mark, which is no JSON. */
export function readJson(text: string): Result<unknown, JsonFault> {
  const json = text.replace(/^\uFEFF/, '')
  const fault = faultIn(json)
  return fault === undefined ? ok(JSON.parse(json)) : err(placeOf(json, fault))
}

export const placeText = ({ line, column }: JsonFault): string => `line ${line}, column ${column}`

/** What the engine says of a text that is no JSON; nothing of one that is. */
function faultIn(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (fault) {
    return String(fault)
  }
}

/** The engine says the position of most faults, and of a strange character only which one it is. */
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
