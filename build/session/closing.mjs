const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })

/** @typedef {ReturnType<typeof createClosing>} Closing */

/**
 * Collects clean-up functions and runs them, last in, first out: at the end, or as soon as this process is
 * told to stop.
 */
export const createClosing = () => {
  /** @type {(() => Promise<void>)[]} */
  const endings = []
  const undoAll = async () => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end()
  }
  /** @type {Promise<void> | undefined} */
  let closing
  const close = () => (closing ??= undoAll())
  for (const [signal, status] of Object.entries(signals)) {
    process.once(signal, () => void close().finally(() => process.exit(status)))
  }
  return {
    /** @param {() => Promise<void>} end */
    add: (end) => void endings.push(end),
    close,
  }
}
