import type { EndRefusal, Ending } from '../shared/domain/ending.ts'

/** The one thing the panel has to say beside what it shows. */
export type Notice =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: EndRefusal }
  | { readonly kind: 'uncertain' }
  /** A request to the main process failed: a fault of the program. */
  | { readonly kind: 'panelFailed' }

export function noticeOf(ending: Ending | undefined): Notice | undefined {
  return ending?.kind === 'settled' ? ending.outcome : undefined
}
