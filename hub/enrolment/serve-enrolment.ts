import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../../engine/ports.ts'
import type { Result } from '../../shared/result.ts'
import { bodyOf, sendJson, serveOnLoopback, type Serving } from '../http-server.ts'
import { answerEnrolment, type EnrolmentAnswer } from './answer-enrolment.ts'
import type { EnrolmentParts } from './enrolment.ts'

interface ServingParts extends EnrolmentParts {
  readonly log: Log
}

/** Bytes of a request's body. A code has twenty. */
const longestBody = 1024

/**
 * Serves `POST /enrol` on the loopback address, where IT's own proxy brings the tablets and TLS. `port` 0: any
 * that is free.
 */
export const serveEnrolment = (parts: ServingParts, port: number): Promise<Result<Serving, unknown>> =>
  serveOnLoopback(
    port,
    (request, response) => serve(parts, request, response),
    (cause) => parts.log.error('enrolment.failed', { cause }),
  )

async function serve(parts: ServingParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body } = await answerTo(parts, request)
  parts.log.info('enrolment.answered', { status, ...('error' in body && { error: body['error'] }) })
  sendJson(response, status, body)
}

async function answerTo(parts: ServingParts, request: IncomingMessage): Promise<EnrolmentAnswer> {
  if (request.url !== '/enrol') return { status: 404, body: { error: 'notFound' } }
  if (request.method !== 'POST') return { status: 405, body: { error: 'methodNotAllowed' } }
  const body = await bodyOf(request, longestBody)
  if (body === undefined) return { status: 413, body: { error: 'tooLong' } }
  return answerEnrolment(parts, body.toString('utf8'))
}
