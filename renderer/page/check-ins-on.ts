/** The bookings whose check-in button a finger would hit now: read off the page, for only what is there can be tapped. */
export const checkInsOn = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLElement>('button[data-booking]')]
    .filter((button) => isHit(button, page))
    .map((button) => button.dataset['booking'] ?? '')

/** Nothing that is hidden, without a size, covered, or off the screen is found at its own middle. */
function isHit(button: HTMLElement, page: Document): boolean {
  const { left, top, width, height } = button.getBoundingClientRect()
  const found = page.elementFromPoint(left + width / 2, top + height / 2)
  return found !== null && button.contains(found)
}
