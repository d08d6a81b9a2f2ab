const least = { px: 72, mm: 15 }
/** The diagonal of a 10.1-inch panel, mm. */
const diagonal = 256.5

/**
 * Targets that a thumb, or a seated person, would miss: measured as on a 10.1-inch panel of this resolution.
 */
export function smallTargets(): readonly string[] {
  const smallest = Math.max(least.px, (least.mm * Math.hypot(innerWidth, innerHeight)) / diagonal)
  return [...document.querySelectorAll('button')].flatMap((button) => {
    const { width, height } = button.getBoundingClientRect()
    if (width >= smallest && height >= smallest) return []
    const size = `${Math.round(width)}x${Math.round(height)}`
    return [`small to touch: "${button.textContent}" is ${size}, not ${Math.ceil(smallest)}`]
  })
}
