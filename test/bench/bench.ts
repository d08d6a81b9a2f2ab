import type { Kiosk } from '../e2e/harness/kiosk.ts'
import { type Browser, type StartParts, startBrowser } from './browser/start.ts'
import type { Measured } from './figure.ts'

/** What every figure is measured with. */
export interface Bench {
  readonly kiosk: Kiosk
  /** Starts a program as the tablet's user; what isn't stopped when the figure is done is stopped then. */
  readonly start: (command: readonly string[]) => Promise<Browser>
  /** The executable of the panel, and of the same Electron with an empty window. */
  readonly panel: string
  readonly empty: string
  /** How many times something is measured that takes a second, and how long something is watched, ms. */
  readonly runs: number
  readonly watch: number
  /** Whether starts are measured without the files in the system's cache, too. */
  readonly alsoCold: boolean
  /** How many days are soaked. */
  readonly days: number
  /** Something to undo when the figure is done. */
  readonly atEnd: (end: () => Promise<void>) => void
}

export type Figure = (bench: Bench) => Promise<readonly Measured[]>

export const starter =
  ({ session: { user, env } }: Kiosk) =>
  (command: StartParts['command']): Promise<Browser> =>
    startBrowser({ user, env, command })
