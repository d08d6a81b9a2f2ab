import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Result } from '../../shared/result.ts'
import { bodyOf, sendJson, serveOnLoopback, type Serving } from '../http-server.ts'
import { answerEvent, type CallbackAnswer, type CallbackParts } from './answer-event.ts'
import type { SignedWith } from './event-crypto.ts'

/** Bytes of a request's body. A ticket takes some hundred, and no event that an app hears of by itself some thousand. */
const longestBody = 65_536

/**
 * Serves `POST /feishu/events` on the loopback address, where IT's own proxy brings Feishu and TLS. `port` 0: any
 * that is free.
 */
export const serveEvents = (parts: CallbackParts, port: number): Promise<Result<Serving, unknown>> =>
  serveOnLoopback(
    port,
    (request, response) => serve(parts, request, response),
    (cause) => parts.log.error('callback.failed', { cause }),
  )

async function serve(
  parts: CallbackParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await answerTo(parts, request)
  sendJson(response, status, body)
}

async function answerTo(parts: CallbackParts, request: IncomingMessage): Promise<CallbackAnswer> {
  if (request.url !== '/feishu/events') return { status: 404, body: { error: 'notFound' } }
  if (request.method !== 'POST') return { status: 405, body: { error: 'methodNotAllowed' } }
  const body = await bodyOf(request, longestBody)
  if (body === undefined) return { status: 413, body: { error: 'tooLong' } }
  return answerEvent(parts, { body, signed: signedWith(request) })
}

/** https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case */
function signedWith({ headers }: IncomingMessage): SignedWith | undefined {
  const timestamp = headers['x-lark-request-timestamp']
  const nonce = headers['x-lark-request-nonce']
  const signature = headers['x-lark-signature']
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string')
    return undefined
  return { timestamp, nonce, signature }
}
