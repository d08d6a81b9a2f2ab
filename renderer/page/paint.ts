/** Resolves when all that the page holds now has been painted; on a page that nobody can see, never. */
export type NextPaint = () => Promise<void>

/** The first frame paints it, the second one begins after that. */
export const nextPaint: NextPaint = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
