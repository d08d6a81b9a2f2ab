import type { IncomingMessage, ServerResponse } from 'node:http'
import { type OrderKind, orderKinds } from '../../shared/line/door-messages.ts'
import { isDoorId } from '../../shared/line/topics.ts'
import type { Result } from '../../shared/result.ts'
import { sendJson } from '../http-server.ts'
import type { OrderResult } from '../orders/hear-answer.ts'
import type { OrderProblem } from '../orders/order-door.ts'
import { unkept } from './headers.ts'

export interface ActParts {
  /** The header in which IT's own proxy, on this machine, names who has signed in at it. Without it nobody gives orders. */
  readonly proxyHeader?: string | undefined
  /** Gives a door an order by this person, which is in the audit before it leaves. */
  readonly order: (by: string, door: string, kind: OrderKind) => Promise<Result<OrderResult, OrderProblem>>
}

const orderPath = /^\/api\/doors\/([^/]+)\/orders\/([a-z]+)$/

/** Answers who asks, and carries out what a person who is signed in has a door do. False: it is nothing of that kind. */
export async function carryOutAct(
  { proxyHeader, order }: ActParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { url = '', method } = request
  const refuse = (status: number, error: string): true => sendJson(response, status, { error })
  const by = proxyHeader === undefined ? undefined : namedByProxy(request, proxyHeader)
  if (url === '/api/session' && method === 'GET') return sendJson(response, 200, { name: by })
  const [, door = '', word] = orderPath.exec(url) ?? []
  const kind = orderKinds.find((known) => known === word)
  if (method !== 'POST' || kind === undefined || !isDoorId(door)) return false
  if (!isOwnPage(request)) return refuse(403, 'otherPage')
  if (by === undefined) return refuse(401, 'notSignedIn')
  const answered = await order(by, door, kind)
  if (!answered.ok) return refuse(409, answered.error.code)
  if (answered.value.kind !== 'picture') return sendJson(response, 200, answered.value)
  response.writeHead(200, { 'content-type': 'image/jpeg', ...unkept }).end(answered.value.jpeg)
  return true
}

/** A name for the audit: letters first, no control characters, no list of names. */
const personName = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,62}$/u

/** Anybody can send a header; only a proxy on this machine comes from the loopback address. */
function namedByProxy({ headers, socket }: IncomingMessage, header: string): string | undefined {
  const isHere = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  const name = headers[header.toLowerCase()]
  return isHere && typeof name === 'string' && personName.test(name) ? name : undefined
}

/**
 * Whether the console's own page asks, and not another one in the same browser: no page of another origin can send this
 * header without being let, and a browser says itself where a request comes from
 * (https://www.w3.org/TR/fetch-metadata/).
 */
const isOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers['x-room-panel'] === 'console' &&
  (headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin')
