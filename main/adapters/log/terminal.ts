import type { Writable } from 'node:stream'

/**
 * Characters that a terminal may obey, or that change the order or the look of the text around them: control
 * characters of both sets, invisible ones that reverse a line, and other line ends. Names come from the
 * calendar, which every colleague can edit. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * The text as one line that is safe for a terminal. The escapes are JSON's own, so JSON keeps its meaning.
 */
export const forTerminal = (text: string): string => text.replace(unsafe, escaped)

/**
 * Returns the function that prints lines on standard output or standard error. All output goes through it. If
 * the reader closes the pipe, as `head` does, the command still continues to its end, because it may be
 * storing something.
 */
export function linesTo(stream: Writable): (line: string) => void {
  stream.on('error', (cause) => {
    if (!isClosedPipe(cause)) throw cause
  })
  return (line) => void stream.write(`${forTerminal(line)}\n`)
}

/**
 * Returns the function that hands bytes to the program or file behind a stream. It resolves once they are with the system, and
 * rejects if the stream is a terminal, which may obey them.
 */
export const bytesTo =
  (stream: Writable & { readonly isTTY?: boolean }) =>
  (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      if (stream.isTTY === true) return reject(new Error('standard output is a terminal'))
      stream.write(bytes, (error) => (error ? reject(error) : resolve()))
    })

const isClosedPipe = (cause: Error): boolean =>
  'code' in cause && (cause.code === 'EPIPE' || cause.code === 'ERR_STREAM_DESTROYED')
