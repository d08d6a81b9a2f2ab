import { setImmediate } from 'node:timers/promises'
import { signal } from '@preact/signals'
import { act } from 'preact/test-utils'
import { onTestFinished } from 'vitest'
import { createPanelModel } from '../../renderer/model/panel-model.ts'
import { mount } from '../../renderer/mount.tsx'
import type { Beat, Now } from '../../renderer/now.ts'
import type { NextPaint } from '../../renderer/page/paint.ts'
import { createCatalogues } from '../../renderer/words/catalogues.ts'
import type { PanelBridge, RequestName } from '../../shared/ipc/contract.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { instantOf, plus } from '../../shared/time/time.ts'
import { wordsOf } from './words-of.ts'

/** A main process that answers only when the test says how. */
export function createScriptedBridge(first: Snapshot | undefined) {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  let current = first
  let show: ((snapshot: Snapshot) => void) | undefined
  let answering: Promise<void> = Promise.resolve()

  const answerTo: { readonly [Name in RequestName]: () => Promise<unknown> } = {
    current: () => (current === undefined ? new Promise(() => {}) : Promise.resolve(current)),
    touch: () => answering,
    painted: () => answering,
    pageFailed: () => answering,
    checkIn: () => answering,
    endMeeting: () => answering,
    book: () => answering,
    findRooms: () => answering,
    openAdmin: () => answering,
    enterPin: () => answering,
    leaveAdmin: () => answering,
    giveVerdict: () => answering,
    diagnose: () => answering,
    listRooms: () => answering,
    setRoom: () => answering,
    leaveKiosk: () => answering,
  }
  const bridge: PanelBridge = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a table can't say that each name has its own answer
    request: ((name: RequestName, input: unknown) => {
      asked.push({ name, input })
      return answerTo[name]()
    }) as PanelBridge['request'],
    onSnapshot: (listener) => {
      show = listener
      return () => (show = undefined)
    },
  }
  return {
    bridge,
    askedFor: (name: string) => asked.filter((one) => one.name === name),
    push: (snapshot: Snapshot) => {
      current = snapshot
      show?.(snapshot)
    },
    isHeard: () => show !== undefined,
    /** From now on everything but `current` is answered when the given function is called, and not before. */
    keepWaiting: () => {
      let answer = (): void => {}
      answering = new Promise((resolve) => (answer = resolve))
      return () => answer()
    },
    failFromNowOn: () => {
      answering = Promise.reject(new Error('Request refused: input'))
      answering.catch(() => {})
    },
  }
}

/** Time that goes on only when the test says so: `advance` is given real ms. */
export function createHandMovedNow() {
  const time = signal(instantOf(0))
  const uptime = signal(0)
  const beats: Beat[] = []
  let pace = 1
  const now: Now = {
    time,
    uptime,
    setTo: (from, rate) => {
      time.value = from
      pace = rate
    },
    look: () => {},
    beatEvery: (unit) => beats.push(unit),
    stop: () => {},
  }
  const advance = (ms: number): void => {
    uptime.value += ms
    time.value = plus(time.value, ms * pace)
  }
  return { now, beat: () => beats.at(-1), advance }
}

/** A page that is painted only when the test says so. */
export function createHandPainted() {
  let waiting: (() => void)[] = []
  const nextPaint: NextPaint = () => new Promise((resolve) => waiting.push(resolve))
  const paint = (): void => {
    const painted = waiting
    waiting = []
    for (const tell of painted) tell()
  }
  return { nextPaint, paint }
}

/** How large each button is, and from one to the next, px. */
const [size, apart] = [100, 120]

/** happy-dom has no layout: the buttons are in a row, where a finger hits those that may be hit. */
function layOutButtons(canBeHit: (button: Element) => boolean): void {
  const buttons = (): Element[] => [...document.querySelectorAll('button')]
  Element.prototype.getBoundingClientRect = function () {
    return new DOMRect(apart * buttons().indexOf(this), 0, size, size)
  }
  document.elementFromPoint = (x, y) => {
    const button = buttons()[Math.floor(x / apart)]
    const isHit = x % apart < size && y >= 0 && y < size
    return isHit && button !== undefined && canBeHit(button)
      ? (button.firstElementChild ?? button)
      : document.body
  }
}

export type PointerType = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'

export interface Where {
  readonly along?: number
  readonly down?: number
  /** Which of several fingers; 1, if it isn't said. */
  readonly finger?: number
  /** Of a mouse; 0 is the main one, and a finger's. */
  readonly button?: number
}

/** A finger, as a browser tells of it. */
const put = (target: EventTarget, type: string, init: PointerEventInit): void =>
  void target.dispatchEvent(
    new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'touch', ...init }),
  )

function pointAt(
  type: PointerType,
  control: Element | null,
  { along = 0, down = 0, finger = 1, button = 0 }: Where,
): void {
  if (control === null) throw new Error('No such control')
  const { left, top } = control.getBoundingClientRect()
  const [clientX, clientY] = [left + size / 2 + along, top + size / 2 + down]
  put(control, type, { pointerId: finger, clientX, clientY, button })
}

/** A short touch, of which a browser makes a click besides. */
export function pressOn(control: Element | null): void {
  if (control === null) return
  pointAt('pointerdown', control, {})
  pointAt('pointerup', control, {})
  put(control, 'click', { detail: 1 })
}

/** Does something, and lets all that follows from it reach the page. */
const done = (deed: () => void): Promise<void> =>
  act(async () => {
    deed()
    await setImmediate()
  })

/** The whole panel on a page, with its main process and its time in the hands of the test. */
export async function stage(first?: Snapshot) {
  const main = createScriptedBridge(first)
  const clock = createHandMovedNow()
  const paper = createHandPainted()
  const catalogues = createCatalogues((locale) => Promise.resolve(wordsOf(locale)))
  const model = createPanelModel({ bridge: main.bridge, now: clock.now, catalogues })
  layOutButtons((button) => !button.hasAttribute('data-out-of-reach'))
  let leave = (): void => {}
  await done(() => {
    leave = mount(model, document, paper.nextPaint)
  })
  onTestFinished(() => leave())

  const marked = (mark: string) => document.querySelector<HTMLElement>(`[data-testid="${mark}"]`)
  return {
    main,
    clock,
    leave: () => done(leave),
    root: document.documentElement,
    text: () => document.body.textContent ?? '',
    find: (selector: string) => document.querySelector<HTMLElement>(selector),
    marked,
    push: (snapshot: Snapshot) => done(() => main.push(snapshot)),
    advance: (ms: number) => done(() => clock.advance(ms)),
    press: (mark: string) => done(() => pressOn(marked(mark))),
    paint: () => done(paper.paint),
    /** Lets what was answered reach the page. */
    settle: () => done(() => {}),
    touch: () => done(() => put(document.body, 'pointerdown', { clientX: -1 })),
    /** Something that one pointer does, `along` and `down` px from the middle of a control. */
    point: (type: PointerType, mark: string, where: Where = {}) =>
      done(() => pointAt(type, marked(mark), where)),
  }
}
