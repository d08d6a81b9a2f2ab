import type { Http } from '../../../engine/ports.ts'

/** The common type of Node's `fetch` and Electron's `net.fetch`. */
export type Fetch = (url: string, request: RequestInit) => Promise<Response>

/** The calendar's longest answers are some hundred kB. */
const longestAnswer = 1024 * 1024

/** HTTP over `fetch`: no cookies, no cache, no redirects, no repeats, answers up to 1 MiB. */
export const createHttp =
  (fetch: Fetch): Http =>
  async ({ url, headers, onGivenUp, ...request }) => {
    const leave = new AbortController()
    onGivenUp((cause) => leave.abort(cause))
    const response = await fetch(url, {
      ...request,
      // No connection is used twice: when a reused connection breaks without an answer, Chromium sends the
      // request again by itself, even a POST (net/http/http_network_transaction.cc, ShouldResendRequest).
      headers: { ...headers, Connection: 'close' },
      signal: leave.signal,
      // The API never redirects; a captive portal does, and must not be sent the secret.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    })
    const text = await textOf(response, () => leave.abort())
    return { status: response.status, header: (name) => response.headers.get(name) ?? undefined, text }
  }

/** Reads the whole body up to `longestAnswer`. `response.text()` would take any amount into memory. */
async function textOf({ body }: Response, leave: () => void): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  let text = ''
  let length = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > longestAnswer) {
      // Electron keeps a connection open whose body was only cancelled.
      leave()
      throw new Error(`The answer is longer than ${longestAnswer} bytes`)
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
