/** Resolves when the page's present content has been painted. On a hidden page it never resolves. */
export type NextPaint = () => Promise<void>

/** The first frame paints it, the second one begins after that. */
export const nextPaint: NextPaint = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
