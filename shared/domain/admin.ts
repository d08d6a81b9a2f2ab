import type { Judging, Judgement } from './judging.ts'
import type { Diagnosis, DiagnosisReport } from './diagnosis.ts'
import type { PinPad } from './pin-pad.ts'

/** How far somebody at the door has come towards what only an administrator may do. */
export type Admin =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly pad: PinPad }
  /** The right PIN was given, and the screen was touched within the last minute. */
  | { readonly kind: 'open'; readonly judging: Judging; readonly diagnosis: Diagnosis }

export type AdminEvent =
  | { readonly kind: 'knocked' }
  | { readonly kind: 'padShown'; readonly pad: PinPad }
  | { readonly kind: 'opened' }
  | { readonly kind: 'left' }
  | { readonly kind: 'judging'; readonly judging: Judgement }
  | { readonly kind: 'diagnosing' }
  | { readonly kind: 'diagnosed'; readonly report: DiagnosisReport }

/** What comes late, after the administrator has left, changes nothing. */
export function adminAfter(admin: Admin, event: AdminEvent): Admin {
  switch (event.kind) {
    case 'knocked':
      return admin.kind === 'open' ? admin : { kind: 'asked', pad: { kind: 'looking' } }
    case 'padShown':
      return admin.kind === 'asked' ? { kind: 'asked', pad: event.pad } : admin
    case 'opened':
      return admin.kind === 'asked'
        ? { kind: 'open', judging: { kind: 'none' }, diagnosis: { kind: 'none' } }
        : admin
    case 'left':
      return { kind: 'none' }
    case 'judging':
      return admin.kind === 'open' ? { ...admin, judging: event.judging } : admin
    case 'diagnosing':
      return admin.kind === 'open' ? { ...admin, diagnosis: { kind: 'running' } } : admin
    case 'diagnosed':
      return admin.kind === 'open' ? { ...admin, diagnosis: { kind: 'done', ...event.report } } : admin
  }
}
