import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { bytesTo, forTerminal, linesTo } from '../../../../main/adapters/log/terminal.ts'

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

const failure = (code: string): Error => Object.assign(new Error(code), { code })

test.each(['EPIPE', 'ERR_STREAM_DESTROYED'])(
  'a reader who closes the pipe does not end the command (%s)',
  (code) => {
    const stream = new PassThrough()
    linesTo(stream)('a line')
    expect(() => stream.emit('error', failure(code))).not.toThrow()
  },
)

test('any other error of the stream is a failure', () => {
  const stream = new PassThrough()
  linesTo(stream)
  expect(() => stream.emit('error', failure('ENOSPC'))).toThrow('ENOSPC')
})

const bytes = Buffer.from([0xff, 0xd8, 0x1b])

test('bytes reach a pipe as they are', async () => {
  const stream = new PassThrough()
  await bytesTo(stream)(bytes)
  expect(stream.read()).toEqual(bytes)
})

test('a terminal, which may obey them, gets no bytes', async () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true })
  await expect(bytesTo(stream)(bytes)).rejects.toThrow('a terminal')
  expect(stream.read()).toBe(null)
})
