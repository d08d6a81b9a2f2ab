import type { PlatformFault } from '../faults/fault.ts'
import type { RateLimit } from '../gateway/rate-limits.ts'
import type { Platform } from '../platform.ts'
import type { ReplyEffect } from '../reply-record.ts'
import type { App } from '../tenancy/tenant.ts'
import type { CallName } from './call-name.ts'

/** What a call was asked, taken out of its request. */
export interface CallInput {
  readonly query: URLSearchParams
  readonly body: string
  /** The parts of the path that name something, in order. */
  readonly pathIds: readonly string[]
  /** What goes wrong inside this time. */
  readonly faults: readonly PlatformFault[]
}

export interface CallResult {
  readonly status: number
  readonly code: number
  /** JSON, `code` included. */
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
  /** What a reply changed. */
  readonly effect?: ReplyEffect
}

interface Address {
  readonly name: CallName
  readonly method: 'GET' | 'POST' | 'DELETE'
}

/** Anybody may call it. */
export interface OpenCall extends Address {
  readonly scopes?: never
  readonly run: (platform: Platform, input: CallInput) => CallResult
}

/** An app may call it with a token, if it has any one of the scopes. */
export interface ScopedCall extends Address {
  readonly scopes: readonly string[]
  readonly limit?: RateLimit
  readonly run: (platform: Platform, input: CallInput, app: App) => CallResult
}

export type Call = OpenCall | ScopedCall
