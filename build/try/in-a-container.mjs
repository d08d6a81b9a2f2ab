import { orExplain } from '../or-explain.mjs'
import { createClosing } from '../session/closing.mjs'
import { debianPackages } from '../setup/debian-packages.mjs'
import { take } from '../setup/step.mjs'
import { setUp } from '../setup/steps.mjs'

const toBoot = ['mmdebstrap', 'systemd-container']

/**
 * Runs a trial in a container that is booted here, with a freshly packed program, and cleans up afterwards.
 *
 * @param {(closing: import('../session/closing.mjs').Closing) => Promise<void>} live
 * @param {string[]} [packages] the further Debian packages that this needs
 */
export const inAContainer = (live, packages = []) =>
  orExplain(async () => {
    if (process.getuid?.() !== 0) throw new Error('This boots a container, and needs root')
    await setUp()
    await take(debianPackages([...toBoot, ...packages]))
    const closing = createClosing()
    try {
      await live(closing)
    } finally {
      await closing.close()
    }
  })
