/** A piece of text as it lies on the screen. */
interface Line {
  readonly node: Text
  readonly element: Element
  readonly text: string
  readonly box: DOMRect
}

/** What of a line of text is ink: the rest of its box is the room above and below the letters, as a share of its height. */
const aboveAndBelow = 0.22
const slack = 1

export function textLines(): readonly Line[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (!(node instanceof Text) || element === null || node.data.trim() === '') continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects())
      lines.push({ node, element, text: node.data.trim(), box: inkOf(box) })
  }
  return lines
}

const inkOf = ({ x, y, width, height }: DOMRect): DOMRect =>
  new DOMRect(x, y + height * aboveAndBelow, width, height * (1 - 2 * aboveAndBelow))

export function scrolling(): readonly string[] {
  const { scrollWidth, scrollHeight } = document.documentElement
  const isTooLarge = scrollWidth > innerWidth || scrollHeight > innerHeight
  return isTooLarge ? [`the page is ${scrollWidth}x${scrollHeight}, more than the screen`] : []
}

/** What is left to see of each line inside all that cuts it off. */
const seenLines = (): readonly Line[] =>
  textLines()
    .map((line) => ({ ...line, box: clippedTo(line.box, line.element) }))
    .filter(({ box }) => box.width > 0 && box.height > 0)

export const outside = (): readonly string[] =>
  seenLines()
    .filter(({ box }) => !isWithin(box, screenBox()))
    .map(({ text, box }) => `outside the screen: "${text}" at ${told(box)}`)

const screenBox = (): DOMRect => new DOMRect(0, 0, innerWidth, innerHeight)

/** An inline box hides no content, even if its `overflow` says so. */
const isHiding = ({ overflow, display }: CSSStyleDeclaration): boolean =>
  overflow !== 'visible' && display !== 'inline'

/** The innermost box that hides text, unless the text can be scrolled into it, as in an administrator's lists. */
function cutterOf(element: Element): Element | undefined {
  const hiding = closest(element, (parent) => isHiding(getComputedStyle(parent)))
  return hiding === undefined || getComputedStyle(hiding).overflowY === 'auto' ? undefined : hiding
}

/**
 * Text that a box around it cuts off. Where names are long on purpose, an ellipsis shows that to the reader.
 */
export function clippings(isLong: boolean): readonly string[] {
  return textLines().flatMap(({ element, text, box }) => {
    const cutter = cutterOf(element)
    if (cutter === undefined || cutter === document.body || cutter === document.documentElement) return []
    if (isLong && endsInEllipsis(cutter)) return []
    return isWithin(box, cutter.getBoundingClientRect()) ? [] : [`cut off: "${text}" by .${cutter.className}`]
  })
}

const endsInEllipsis = (element: Element): boolean => {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
}

/** Letters that stick out of the button that they are on. */
export const overButtons = (): readonly string[] =>
  seenLines().flatMap(({ element, text, box }) => {
    const button = element.closest('.action, .action-waits, .language, .admin-tab, .pin-key')
    if (button === null || isWithin(box, button.getBoundingClientRect())) return []
    return [`sticks out of its button: "${text}"`]
  })

/** Rows that the end of what they lie in cuts in two. A list that fades out says itself that it goes on. */
export const halfRows = (): readonly string[] =>
  [...document.querySelectorAll('li')].flatMap((row) => {
    const list = closest(row, (parent) => isHiding(getComputedStyle(parent)))
    if (list === undefined || getComputedStyle(list).maskImage !== 'none') return []
    const [box, around] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
    return isCutBy(around.top, box) || isCutBy(around.bottom, box) ? [`cut in two: "${row.textContent}"`] : []
  })

const isCutBy = (end: number, { top, bottom }: DOMRect): boolean => top < end - slack && bottom > end + slack

/** Lines of different texts that lie on each other. */
export function overlaps(): readonly string[] {
  const lines = seenLines()
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => other.node !== one.node && overlap(one.box, other.box))
      .map((other) => `"${one.text}" lies on "${other.text}"`),
  )
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack

/** What is left of a box inside all that cuts it off. */
function clippedTo(box: DOMRect, element: Element): DOMRect {
  const cutter = closest(element, (parent) => isHiding(getComputedStyle(parent)))
  if (cutter === undefined || cutter === document.body || cutter === document.documentElement) return box
  const around = cutter.getBoundingClientRect()
  const [left, top] = [Math.max(box.left, around.left), Math.max(box.top, around.top)]
  const [right, bottom] = [Math.min(box.right, around.right), Math.min(box.bottom, around.bottom)]
  const rest = new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0))
  return cutter.parentElement === null ? rest : clippedTo(rest, cutter.parentElement)
}

function closest(element: Element, is: (parent: Element) => boolean): Element | undefined {
  for (let parent: Element | null = element; parent !== null; parent = parent.parentElement)
    if (is(parent)) return parent
  return undefined
}

const isWithin = (box: DOMRect, around: DOMRect): boolean =>
  box.left >= around.left - slack &&
  box.top >= around.top - slack &&
  box.right <= around.right + slack &&
  box.bottom <= around.bottom + slack

const told = ({ left, top, right, bottom }: DOMRect): string =>
  [left, top, right, bottom].map((edge) => Math.round(edge)).join(' ')
