import { orExplain } from '../or-explain.mjs'
import { createClosing } from '../session/closing.mjs'
import { setUp } from '../setup/steps.mjs'

/**
 * Lives through something in a container that is booted here, on a program that is packed anew, and leaves nothing behind.
 *
 * @param {(closing: import('../session/closing.mjs').Closing) => Promise<void>} live
 */
export const inAContainer = (live) =>
  orExplain(async () => {
    if (process.getuid?.() !== 0) throw new Error('This boots a container, and needs root')
    await setUp()
    const closing = createClosing()
    try {
      await live(closing)
    } finally {
      await closing.close()
    }
  })
