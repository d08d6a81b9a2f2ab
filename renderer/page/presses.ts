/*
 * What a finger, a mouse or a pen does becomes a press here, and nowhere else. The page does not wait for the browser's click:
 * Chromium makes none of a long touch, of one that slides beyond its slop, and of a second finger
 * (https://www.w3.org/TR/pointerevents3/#the-click-auxclick-and-contextmenu-events leaves that to it).
 */

/** A finger that is lifted this far beside its control still means it, px. */
const margin = 40

/** What one pointer went down on. */
interface Press {
  readonly button: HTMLButtonElement
  readonly meant: string
}

/** Calls `onDown` for whatever touches the page, before anything else is done about it. Gives how to stop. */
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

/** A key, or a program that helps people: a click of a pointer counts its clicks from 1, and was a press already. */
function clickOfNoPointer({ detail, target }: MouseEvent): void {
  const button = detail === 0 ? buttonOf(target) : undefined
  if (button !== undefined && !button.disabled) press(button)
}

/** What a control hears, once for each press. */
const press = (button: HTMLButtonElement): void => void button.dispatchEvent(new CustomEvent('press'))

const lightUp = (button: HTMLButtonElement, isLit: boolean): void =>
  void button.toggleAttribute('data-pressed', isLit)

const buttonOf = (target: EventTarget | null): HTMLButtonElement | undefined =>
  target instanceof Element ? (target.closest('button') ?? undefined) : undefined

/** What a press of it would do, and to what. */
const meaningOf = ({ dataset }: HTMLButtonElement): string => `${dataset['testid']} ${dataset['subject']}`

/** The control that a press went down on, also if it was drawn anew since: never one that would do something else. */
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
