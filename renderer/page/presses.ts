/*
 * Turns the events of a finger, a mouse or a pen into presses; no other code does. The page does not wait for
 * the browser's click: Chromium makes none for a long touch, for one that slides beyond its slop, and for a
 * second finger (https://www.w3.org/TR/pointerevents3/#the-click-auxclick-and-contextmenu-events leaves that
 * to it).
 */

/** A finger that is lifted this far beside its control still counts as a press, px. */
const margin = 40

/** The control that a pointer went down on. */
interface Press {
  readonly button: HTMLButtonElement
  readonly meant: string
}

/**
 * Calls `onDown` for each pointer that goes down on the page, before the press is handled. Returns the
 * function that stops it.
 */
export function listenForPresses(page: Document, onDown: () => void): () => void {
  const presses = new Map<number, Press>()
  const down = (event: PointerEvent): void => {
    onDown()
    const button = buttonOf(event.target)
    if (event.button !== 0 || button === undefined || button.disabled) return
    presses.set(event.pointerId, { button, meant: meaningOf(button) })
    lightUp(button, true)
  }
  const move = (event: PointerEvent): void => {
    const press = presses.get(event.pointerId)
    const button = press && standingFor(press, page)
    if (button) lightUp(button, isOn(button, event, page))
  }
  const end = (event: PointerEvent): HTMLButtonElement | undefined => {
    const press = presses.get(event.pointerId)
    presses.delete(event.pointerId)
    const button = press && standingFor(press, page)
    if (press) lightUp(press.button, false)
    if (button) lightUp(button, false)
    return button
  }
  const up = (event: PointerEvent): void => {
    const button = end(event)
    if (button === undefined || !isOn(button, event, page)) return
    // Two fingers on one control are one press.
    const meant = meaningOf(button)
    for (const [pointer, other] of presses) if (other.meant === meant) presses.delete(pointer)
    press(button)
  }
  const stopping = new AbortController()
  const first = { capture: true, signal: stopping.signal }
  page.addEventListener('pointerdown', down, first)
  page.addEventListener('pointermove', move, first)
  page.addEventListener('pointerup', up, first)
  page.addEventListener('pointercancel', end, first)
  page.addEventListener('click', clickOfNoPointer, first)
  page.addEventListener('contextmenu', (event) => event.preventDefault(), first)
  return () => stopping.abort()
}

/**
 * Handles the click of a key or of assistive software. A pointer's click has a count of 1 or more, and was
 * handled as a press.
 */
function clickOfNoPointer({ detail, target }: MouseEvent): void {
  const button = detail === 0 ? buttonOf(target) : undefined
  if (button !== undefined && !button.disabled) press(button)
}

/** The event that a control receives, once for each press. */
const press = (button: HTMLButtonElement): void => void button.dispatchEvent(new CustomEvent('press'))

const lightUp = (button: HTMLButtonElement, isLit: boolean): void =>
  void button.toggleAttribute('data-pressed', isLit)

const buttonOf = (target: EventTarget | null): HTMLButtonElement | undefined =>
  target instanceof Element ? (target.closest('button') ?? undefined) : undefined

/** Identifies the action of the control, and its subject. */
const meaningOf = ({ dataset }: HTMLButtonElement): string => `${dataset['testid']} ${dataset['subject']}`

/**
 * The control that a press went down on, or its replacement if it was drawn again. Never a control with
 * another action.
 */
function standingFor({ button, meant }: Press, page: Document): HTMLButtonElement | undefined {
  if (button.isConnected) return button
  return [...page.querySelectorAll('button')].find((one) => meaningOf(one) === meant)
}

/** Whether a pointer is on a control, or beside it and on no other one. */
function isOn(button: HTMLButtonElement, { clientX: x, clientY: y }: PointerEvent, page: Document): boolean {
  const { left, top, right, bottom } = button.getBoundingClientRect()
  const isNear = x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin
  if (!isNear || button.disabled) return false
  const other = buttonOf(page.elementFromPoint(x, y))
  return other === undefined || other === button
}
