/** How far in from the edge of a control a finger still means it, as a share of its width and height. */
const inset = 0.2
const slack = 1

/** Controls that a finger would miss at their middle or near a corner, because something lies over them or they are cut off. */
export const unreachable = (): readonly string[] =>
  controls().flatMap((button) => {
    const missed = pointsOn(button.getBoundingClientRect()).find(([x, y]) => !isHit(button, x, y))
    if (missed === undefined) return []
    const [x, y] = missed.map(Math.round)
    return [`can't be touched: ${markOf(button)} at ${x} ${y}`]
  })

/** What lays the controls out, and each of them. */
const placed = ['.door', '.slab', '.day', '.foot', '.question', '.admin-screen', '.admin-foot']
  .map((place) => `${place} > :not(.background)`)
  .join(', ')

/** Boxes that have grown out of the place they have: what cuts them off hides controls, too. */
export const grown = (): readonly string[] =>
  [...document.querySelectorAll(placed)]
    .filter((element) => element.checkVisibility())
    .flatMap((element) => {
      const place = element.parentElement
      return place === null || !sticksOut(element, place)
        ? []
        : [`grown out of its place: .${element.className}`]
    })

/** On a dimmed screen there is one: it lies over all others. What is scrolled out of sight is none just now. */
function controls(): readonly HTMLElement[] {
  const wake = document.querySelector<HTMLElement>('.wake')
  if (wake !== null) return [wake]
  return [...document.querySelectorAll('button')].filter((button) => {
    const list = button.closest('.admin-rows, .admin-list')
    return list === null || !sticksOut(button, list)
  })
}

function pointsOn({ left, top, width, height }: DOMRect): readonly (readonly [number, number])[] {
  const shares = [
    [0.5, 0.5],
    [inset, inset],
    [1 - inset, inset],
    [inset, 1 - inset],
    [1 - inset, 1 - inset],
  ] as const
  return shares.map(([across, down]) => [left + width * across, top + height * down])
}

const isHit = (button: Element, x: number, y: number): boolean =>
  button.contains(document.elementFromPoint(x, y))

function sticksOut(element: Element, place: Element): boolean {
  const [box, around] = [element.getBoundingClientRect(), place.getBoundingClientRect()]
  return (
    box.left < around.left - slack ||
    box.right > around.right + slack ||
    box.top < around.top - slack ||
    box.bottom > around.bottom + slack
  )
}

const markOf = (element: HTMLElement): string => element.dataset['testid'] ?? element.className
