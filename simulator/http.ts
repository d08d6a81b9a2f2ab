/** One HTTP request as it reaches the platform. */
export interface SimRequest {
  readonly method: string
  /** Absolute, or just path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** The caller's address, for the app's allow-list. This machine's own when left out. */
  readonly address?: string
}

export interface SimAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * The outcome for the caller, `delay` milliseconds after the request.
 *
 * - `answer`: an answer, whole
 * - `cut`: the head of `answer` arrives, and only `sent` of its body, then the connection breaks
 * - `reset`: the connection breaks without a byte; the call may have been carried out
 * - `silence`: no answer ever comes
 */
export type SimOutcome =
  | { readonly kind: 'answer'; readonly delay: number; readonly answer: SimAnswer }
  | { readonly kind: 'cut'; readonly delay: number; readonly answer: SimAnswer; readonly sent: string }
  | { readonly kind: 'reset'; readonly delay: number }
  | { readonly kind: 'silence' }
