/**
 * The bookings whose check-in button a finger would hit now. Read from the page itself, because only buttons
 * on it can be tapped.
 */
export const checkInsOn = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLElement>('button[data-booking]')]
    .filter((button) => isHit(button, page))
    .map((button) => button.dataset['booking'] ?? '')

/** Whether the button is found at its own middle. A hidden, empty, covered or off-screen one is not. */
function isHit(button: HTMLElement, page: Document): boolean {
  const { left, top, width, height } = button.getBoundingClientRect()
  const found = page.elementFromPoint(left + width / 2, top + height / 2)
  return found !== null && button.contains(found)
}
