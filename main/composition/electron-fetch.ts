import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron'
import type { ProxyLogin } from '../../engine/ports.ts'
import type { Fetch } from '../adapters/network/fetch-http.ts'

export interface ElectronFetchParts {
  /** Electron's `net.request`. */
  readonly open: (options: ClientRequestConstructorOptions) => ClientRequest
  /** The login for a proxy that asks for one. */
  readonly proxyLogin: () => Promise<ProxyLogin | undefined>
}

/**
 * `fetch` over Electron's network stack. Electron's own `net.fetch` can't answer a proxy's request for a
 * login. Never uses cookies, cache or redirects.
 */
export const createElectronFetch =
  ({ open, proxyLogin }: ElectronFetchParts): Fetch =>
  (url, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = open({ url, method, redirect: 'error', cache: 'no-store', credentials: 'omit' })
      for (const [name, value] of new Headers(headers)) request.setHeader(name, value)
      const leave = (): void => {
        const cause: unknown = signal?.reason
        request.abort()
        reject(cause)
      }
      signal?.addEventListener('abort', leave, { once: true })
      let isTold = false
      request.on('login', ({ isProxy }, answer) => {
        // A calendar's server asks for no login. A proxy that asks again refused the first one.
        if (!isProxy || isTold) return answer()
        isTold = true
        void proxyLogin().then((login) => (login ? answer(login.user, login.password) : answer()), reject)
      })
      request.on('response', (incoming) => resolve(responseOf(incoming)))
      request.on('error', reject)
      request.end(typeof body === 'string' ? body : undefined)
    })

/** https://fetch.spec.whatwg.org/#null-body-status */
const bodiless: readonly number[] = [101, 103, 204, 205, 304]

function responseOf(incoming: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of [value].flat()) headers.append(name, one)
  const status = incoming.statusCode
  if (bodiless.includes(status)) return new Response(null, { status, headers })
  return new Response(bodyOf(incoming), { status, headers })
}

/** The body is read into memory as fast as it arrives. The reader must abort if it is too long. */
const bodyOf = (incoming: IncomingMessage): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      incoming.on('data', (chunk) => controller.enqueue(chunk))
      incoming.on('end', () => controller.close())
      incoming.on('error', (cause: unknown) => controller.error(cause))
      incoming.on('aborted', () => controller.error(new Error('The answer broke off')))
    },
  })
