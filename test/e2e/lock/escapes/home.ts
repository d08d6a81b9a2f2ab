import * as v from 'valibot'
import { vi } from 'vitest'
import type { DrivenPanel } from '../../harness/driven-panel.ts'
import type { XDisplay } from './x-display.ts'

/** The state that a panel must be in after any attempt. */
export const atHome = {
  page: 'app://panel/',
  isSamePage: true,
  isOwnContent: true,
  isScrolled: false,
  selection: '',
  isFullscreenElement: false,
  // Of all that was pressed, what only a browser has a use for.
  strangeKeys: [],
  hearsKeys: true,
  styles: ['none', 'none', 'none', 'none'],
  pages: 1,
  windows: 1,
  isCovered: true,
}

export interface Home {
  /** Looks how it is now. */
  readonly look: () => Promise<object>
  /** To be called after an attempt: a real key follows it, and a look sees whether it has come to the page. */
  readonly knock: () => void
}

/** Marks the page, so that another one can't be taken for it, and listens to what comes to it. */
const settle = `
  window.isMarked = true
  window.content = document.body.firstElementChild
  window.knocks = 0
  window.strangeKeys = []
  addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey, shiftKey }) => {
    if (key === '5') knocks += 1
    const isPlain = /^(Tab|Enter| |Escape|Backspace|Arrow(Up|Down|Left|Right)|[0-9])$/.test(key)
    if (!isPlain || ctrlKey || altKey || metaKey || shiftKey) strangeKeys.push(key)
  }, true)`

const look = `
  const { documentElement, body } = document
  const shown = getComputedStyle(document.querySelector('button'))
  const whole = getComputedStyle(documentElement)
  return {
    page: location.origin + location.pathname,
    isSamePage: window.isMarked === true,
    isOwnContent: content === body.firstElementChild,
    zoom: [devicePixelRatio, visualViewport.scale],
    isScrolled: [...document.querySelectorAll('*')].some((one) => one.scrollTop + one.scrollLeft !== 0),
    selection: String(getSelection()),
    isFullscreenElement: document.fullscreenElement !== null,
    strangeKeys,
    knocks,
    styles: [shown.cursor, shown.userSelect, whole.touchAction, whole.overscrollBehavior],
  }`

const seenSchema = v.looseObject({ knocks: v.number() })

/** To be called when the page is live; resolves when its window is on the screen as well, where the keys are. */
export async function settleIn(panel: DrivenPanel, display: XDisplay): Promise<Home> {
  await vi.waitUntil(() => windowsOn(display).isCovered, { timeout: 10_000 })
  await panel.evaluate(settle)
  let knocks = 0
  return {
    async look() {
      const { knocks: heard, ...seen } = v.parse(seenSchema, await panel.evaluate(look))
      return { ...seen, hearsKeys: heard === knocks, pages: await panel.pageCount(), ...windowsOn(display) }
    },
    knock() {
      knocks += 1
      display.does('key', '5')
    },
  }
}

/** So many rows of a window may be too low to be seen, px. */
const hidden = 2

/** How many windows there are, and whether one of them covers what can be seen, and no more. */
function windowsOn(display: XDisplay): Pick<typeof atHome, 'windows' | 'isCovered'> {
  const visible = ['search', '--onlyvisible', '--maxdepth', '1', '--name', '.*']
  const told = display.does(...visible, 'getwindowgeometry', '--shell', '%@')
  const places = [...told.matchAll(/X=(-?\d+)\nY=(-?\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)/g)].map((place) => {
    const [x = 0, y = 0, width = 0, height = 0] = place.slice(1).map(Number)
    return { x, y, right: x + width, bottom: y + height }
  })
  // The first one is the root, which is as large as the picture.
  const [root, ...windows] = places
  if (root === undefined) throw new Error(`The display has no root window: ${told}`)
  const isCovering = (one: (typeof places)[number]): boolean =>
    one.x === 0 &&
    one.y === 0 &&
    one.right === root.right &&
    one.bottom >= root.bottom &&
    one.bottom <= root.bottom + hidden
  return { windows: windows.length, isCovered: windows.some(isCovering) }
}
