import type { ServerResponse } from 'node:http'
import { unkept } from './headers.ts'

/** Answers with JSON that nobody keeps. True, as the answer to whether there was one. */
export function sendJson(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json', ...unkept })
  response.end(JSON.stringify(body))
  return true
}
