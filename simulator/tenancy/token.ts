import type { App } from './tenant.ts'

export interface Token {
  readonly value: string
  readonly app: App
  /** Epoch ms. */
  readonly expires: number
}
