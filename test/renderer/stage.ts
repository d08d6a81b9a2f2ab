import { setImmediate } from 'node:timers/promises'
import { signal } from '@preact/signals'
import { act } from 'preact/test-utils'
import { onTestFinished } from 'vitest'
import { mount } from '../../renderer/mount.tsx'
import type { NextPaint } from '../../renderer/paint.ts'
import type { Beat, Now } from '../../renderer/now.ts'
import { createPanelModel } from '../../renderer/panel-model.ts'
import type { Snapshot } from '../../shared/domain/snapshot.ts'
import { instantOf, plus } from '../../shared/domain/time.ts'
import type { PanelBridge, RequestName } from '../../shared/ipc/contract.ts'

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
    checkIn: () => answering,
    endMeeting: () => answering,
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

/** happy-dom lays nothing out: each check-in button lies at a place of its own, where a finger hits it if it may be hit. */
function layOutButtons(canBeHit: (button: Element) => boolean): void {
  const buttons = (): Element[] => [...document.querySelectorAll('button[data-booking]')]
  Element.prototype.getBoundingClientRect = function () {
    return new DOMRect(100 * buttons().indexOf(this), 0, 100, 100)
  }
  document.elementFromPoint = (x) => {
    const button = buttons()[Math.floor(x / 100)]
    return button !== undefined && canBeHit(button) ? (button.firstElementChild ?? button) : document.body
  }
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
  const model = createPanelModel({ bridge: main.bridge, now: clock.now })
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
    tap: (mark: string) => done(() => marked(mark)?.click()),
    paint: () => done(paper.paint),
    /** Lets what was answered reach the page. */
    settle: () => done(() => {}),
    touch: () => done(() => void document.dispatchEvent(new Event('pointerdown'))),
  }
}
