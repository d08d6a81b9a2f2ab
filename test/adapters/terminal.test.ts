import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { forTerminal, linesTo } from '../../main/adapters/terminal.ts'

test.each([
  ['a room whose name clears the screen', '\u001b[2JMagnolia', '\\u001b[2JMagnolia'],
  ['one that begins a sequence in one byte', '\u009b31mred', '\\u009b31mred'],
  ['one that sets the window’s title', '\u001b]0;free\u0007', '\\u001b]0;free\\u0007'],
  ['one that writes over its own line', 'booked\rfree', 'booked\\u000dfree'],
  ['one that begins another line', 'Magnolia\nroom: ok', 'Magnolia\\u000aroom: ok'],
  ['one that turns the line round', '\u202eeerf\u2069', '\\u202eeerf\\u2069'],
  ['one with characters that nobody sees', 'Mag\u200bnolia\u{e0041}', 'Mag\\u200bnolia\\udb40\\udc41'],
  ['one as people write it', 'Zürich 会议室 🎉', 'Zürich 会议室 🎉'],
])('%s', (_what, name, shown) => {
  expect(forTerminal(name)).toBe(shown)
  // What JSON said is the same afterwards.
  expect(JSON.parse(forTerminal(JSON.stringify({ name })))).toEqual({ name })
})

const failingWith = (code: string): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })

test('a reader who has seen enough ends nothing', async () => {
  const stream = failingWith('EPIPE')
  const say = linesTo(stream)
  say('one')
  await new Promise(setImmediate)
  say('two')
  await new Promise(setImmediate)
  expect(stream.errored).toMatchObject({ code: 'EPIPE' })
})

test('what else keeps a line from its reader is a failure', async () => {
  const stream = failingWith('ENOSPC')
  linesTo(stream)
  expect(() => stream.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toThrow(
    'no space',
  )
})
