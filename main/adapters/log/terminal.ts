import type { Writable } from 'node:stream'

/**
 * What a terminal may obey, or what changes the order or the look of the text around it: control characters of both sets,
 * invisible ones that turn a line round, and other line ends. Names come from the calendar, in which everybody may write.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** One line for a terminal. The escapes are JSON's own, so that JSON says the same as before. */
export const forTerminal = (text: string): string => text.replace(unsafe, escaped)

/**
 * Prints lines on standard output or standard error: the one way to there. A reader who closes the pipe, as `head` does, has
 * seen enough: the command still goes on to its end, for it may be in the midst of storing something.
 */
export function linesTo(stream: Writable): (line: string) => void {
  stream.on('error', (cause) => {
    if (!isClosedPipe(cause)) throw cause
  })
  return (line) => void stream.write(`${forTerminal(line)}\n`)
}

const isClosedPipe = (cause: Error): boolean =>
  'code' in cause && (cause.code === 'EPIPE' || cause.code === 'ERR_STREAM_DESTROYED')
