import * as v from 'valibot'
import { readJson } from '../json.ts'
import { err, ok, type Result } from '../result.ts'
import { type LineMessage, type MessageKind, messages } from './messages.ts'
import { lineVersion } from './topics.ts'
import { utf8Length } from './utf8-length.ts'

/** Bytes. A broker limits a door's messages, and a view is parsed at each reading. */
export const longestMessage = 16 * 1024

/**
 * Why a text from the line is no message.
 *
 * - `tooLong`: more than `longestMessage`
 * - `notJson`: it can't be parsed at all
 * - `otherVersion`: its writer speaks another version, which `version` names
 * - `malformed`: `path` is wrong; empty for the whole
 */
export type LineFault =
  | TooLong
  | { readonly kind: 'notJson' }
  | { readonly kind: 'otherVersion'; readonly version: number }
  | { readonly kind: 'malformed'; readonly path: string }

interface TooLong {
  readonly kind: 'tooLong'
  readonly bytes: number
}

/** The message in this text. */
export function parseMessage<Name extends MessageKind>(
  name: Name,
  payload: string,
): Result<LineMessage<Name>, LineFault>
export function parseMessage(name: MessageKind, payload: string): Result<unknown, LineFault> {
  const bytes = utf8Length(payload)
  if (bytes > longestMessage) return err({ kind: 'tooLong', bytes })
  const json = readJson(payload)
  if (!json.ok) return err({ kind: 'notJson' })
  const written = v.safeParse(anyVersion, json.value)
  if (written.success && written.output.v !== lineVersion)
    return err({ kind: 'otherVersion', version: written.output.v })
  const parsed = v.safeParse(messages[name].schema, json.value)
  return parsed.success ? ok(parsed.output) : err({ kind: 'malformed', path: pathOf(parsed.issues[0]) })
}

/** The text of a message; a fault if no door would take it. */
export function encodeMessage(message: LineMessage<MessageKind>): Result<string, TooLong> {
  const payload = JSON.stringify(message)
  const bytes = utf8Length(payload)
  return bytes > longestMessage ? err({ kind: 'tooLong', bytes }) : ok(payload)
}

const anyVersion = v.object({ v: v.pipe(v.number(), v.safeInteger()) })

const pathOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? ''
