import type { Finished } from '../../harness/kiosk.ts'

/** One way out of the panel, under the name that it has in docs/lock.md. */
export interface Attempt {
  readonly name: string
  /** Gives what it got, if it got anything. */
  readonly by: (hand: Hand) => unknown
}

/** A visitor with a keyboard and a mouse plugged in, and with expert knowledge. */
export interface Hand {
  /** Real keys, one after the other, named as X does: `ctrl+r`, `F5`. */
  readonly press: (...keys: readonly string[]) => void
  /** What these words of xdotool(1) say, by a real keyboard and mouse. */
  readonly does: (words: string) => void
  /** Fingers that go down together, move along straight lines and rise; each stays down for so many ms. */
  readonly swipe: (ms: number, ...lines: readonly Line[]) => Promise<void>
  /** Lets something fall on the page that comes from elsewhere, as `DragData` of the DevTools protocol has it. */
  readonly drop: (data: object) => Promise<void>
  /** The body of a function runs on the page, as if the page's own script had gone wrong; gives what it returns. */
  readonly script: (body: string) => Promise<unknown>
  /** The same in answer to a real click, without which Chromium refuses some actions; it returns no value. */
  readonly scriptOnClick: (body: string) => Promise<void>
  /** Starts the program once more, on the folder of the panel that runs. */
  readonly start: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Finished>
  /** Asks the window to close, as a window manager does at the click of a button. */
  readonly askToClose: () => void
  /** Another size of the picture, as when a screen is turned or another one is plugged in. */
  readonly turnDisplay: (mode: DisplayMode) => void
}

/** From where to where, CSS px. */
export type Line = readonly [fromX: number, fromY: number, toX: number, toY: number]

export type DisplayMode = 'landscape' | 'portrait' | 'square'
