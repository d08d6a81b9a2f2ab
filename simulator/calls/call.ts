import type { PlatformFault } from '../faults/fault.ts'
import type { RateLimit } from '../gateway/rate-limits.ts'
import type { Platform } from '../platform.ts'
import type { ReplyEffect } from '../reply-record.ts'
import type { App } from '../tenancy/tenant.ts'
import type { CallName } from './call-name.ts'

/** A call's input, taken from its request. */
export interface CallInput {
  readonly query: URLSearchParams
  readonly body: string
  /** The ids in the path, in order. */
  readonly pathIds: readonly string[]
  /** The faults inside the platform during this call. */
  readonly faults: readonly PlatformFault[]
}

export interface CallResult {
  readonly status: number
  readonly code: number
  /** JSON, `code` included. */
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
  /** The change that a reply made. */
  readonly effect?: ReplyEffect
}

interface Address {
  readonly name: CallName
  readonly method: 'GET' | 'POST' | 'DELETE'
}

/** A call that needs no token. */
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
