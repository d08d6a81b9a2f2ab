/** 15 mm on a 10-inch panel of 1280×800, CSS px: wide enough for a thumb, and for somebody who is seated. */
const smallest = 72

export const smallTargets = (): readonly string[] =>
  [...document.querySelectorAll('button')].flatMap((button) => {
    const { width, height } = button.getBoundingClientRect()
    if (width >= smallest && height >= smallest) return []
    return [`small to touch: "${button.textContent}" is ${Math.round(width)}x${Math.round(height)}`]
  })
