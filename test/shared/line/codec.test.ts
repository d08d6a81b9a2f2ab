import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { encodeMessage, longestMessage, parseMessage } from '../../../shared/line/codec.ts'
import { utf8Length } from '../../../shared/line/utf8-length.ts'
import type { MessageKind } from '../../../shared/line/messages.ts'
import { aView, everyMessage } from '../../support/line/messages.ts'

const kinds = Object.keys(everyMessage).filter((name): name is MessageKind => name in everyMessage)

describe.each(kinds)('%s', (kind) => {
  const encoded = encodeMessage(everyMessage[kind])
  const text = encoded.ok ? encoded.value : expect.fail('it does not fit')
  const json = v.parse(v.record(v.string(), v.unknown()), JSON.parse(text))

  test('comes back as it was written', () => {
    expect(parseMessage(kind, text)).toEqual({ ok: true, value: everyMessage[kind] })
  })
  test('with more than this version knows is taken without it', () => {
    const more = JSON.stringify({ ...json, laterVersionsSay: true })
    const parsed = parseMessage(kind, more)
    expect(parsed).toEqual({ ok: true, value: everyMessage[kind] })
  })
  test('of another version is named as that', () => {
    expect(parseMessage(kind, JSON.stringify({ ...json, v: 2 }))).toEqual({
      ok: false,
      error: { kind: 'otherVersion', version: 2 },
    })
  })
  test('without its version is malformed', () => {
    const { v: _, ...rest } = json
    expect(parseMessage(kind, JSON.stringify(rest))).toEqual({
      ok: false,
      error: { kind: 'malformed', path: 'v' },
    })
  })
  test('that was cut is no JSON', () => {
    expect(parseMessage(kind, text.slice(0, -1))).toEqual({ ok: false, error: { kind: 'notJson' } })
  })
  test('survives any single field that is gone or odd, as itself or as a named fault', () => {
    for (const [key, odd] of Object.keys(json).flatMap((name) =>
      [undefined, null, -1, 0.5, 'x', [], {}, true].map((value) => [name, value] as const),
    )) {
      const parsed = parseMessage(kind, JSON.stringify({ ...json, [key]: odd }))
      expect(parsed.ok || ['malformed', 'otherVersion'].includes(parsed.error.kind)).toBe(true)
    }
  })
})

test.each([
  ['room', { ...aView(), seq: -1 }, 'seq'],
  ['room', { ...aView(), window: { start: 2, end: 1 } }, 'window'],
  ['room', { ...aView(), bookings: [{ id: 'a', meeting: 'a', start: 2, end: 1 }] }, 'bookings.0'],
  ['room', { ...aView(), silentDoors: ['+'] }, 'silentDoors.0'],
  ['ask', { v: 1, id: 'a/b', kind: 'end', booking: 'b' }, 'id'],
  ['ask', { v: 1, id: 'a', kind: 'endAll', booking: 'b' }, 'kind'],
  ['ask', { v: 1, id: 'a', kind: 'end' }, 'booking'],
  ['ask', { v: 1, id: 'a', kind: 'release', booking: 'b', vote: { says: 'maybe' } }, 'vote.says'],
  ['answer', { v: 1, re: 'a', outcome: { kind: 'refused', reason: 'because' } }, 'outcome.reason'],
  ['order', { v: 1, id: 'a', kind: 'run', command: 'rm' }, 'kind'],
  ['desired', { ...everyMessage.desired, nextPassword: 'short' }, 'nextPassword'],
  ['pulse', { v: 1, epoch: 1, time: 1e300 }, 'time'],
] as const)('in %s %j the fault is at %s', (kind, message, path) => {
  expect(parseMessage(kind, JSON.stringify(message))).toEqual({
    ok: false,
    error: { kind: 'malformed', path },
  })
})

test('a text of any kind is a message or a named fault', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string(), fc.json()), (kind, text) => {
      const parsed = parseMessage(kind, text)
      expect(parsed.ok || parsed.error.kind).toBeTruthy()
    }),
  )
})

test('what is longer than 16 KB is neither written nor parsed', () => {
  const long = { ...everyMessage.presence, session: 'x'.repeat(longestMessage) }
  const bytes = utf8Length(JSON.stringify(long))
  expect(encodeMessage(long)).toEqual({ ok: false, error: { kind: 'tooLong', bytes } })
  expect(parseMessage('presence', JSON.stringify(long))).toEqual({
    ok: false,
    error: { kind: 'tooLong', bytes },
  })
})

test('bytes are counted as they are sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text))
    }),
  )
})
