import type { Http } from '../ports.ts'

/** Node's `fetch` and Electron's `net.fetch` alike. */
export type Fetch = (url: string, request: RequestInit) => Promise<Response>

/** The calendar's longest answers are some hundred kB. */
const longestAnswer = 1024 * 1024

/** HTTP over `fetch`: no cookies, no cache, no redirects, answers up to 1 MiB. */
export const createHttp =
  (fetch: Fetch): Http =>
  async ({ url, ...request }) => {
    const response = await fetch(url, {
      ...request,
      // The API never redirects; a captive portal does, and must not be sent the secret.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    })
    const text = await textOf(response)
    return { status: response.status, header: (name) => response.headers.get(name) ?? undefined, text }
  }

/** The whole body. `response.text()` would take any amount into memory. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  // Leaving the loop, by an error too, cancels the stream and with it the connection.
  for await (const chunk of chunksOf(body)) {
    length += chunk.byteLength
    if (length > longestAnswer) throw new Error(`The answer is longer than ${longestAnswer} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value
  } finally {
    await reader?.cancel()
  }
}
