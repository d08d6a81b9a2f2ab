import { orExplain } from '../or-explain.mjs'
import { createClosing } from '../session/closing.mjs'
import { oneAtATime } from '../setup/one-at-a-time.mjs'
import { debianPackages } from '../setup/debian-packages.mjs'
import { take } from '../setup/step.mjs'
import { setUp } from '../setup/steps.mjs'

/**
 * The folder of all containers. Two at a time would have their units in the same control groups: systemctl(1) in one then fails with
 * “Input/output error” where it meets processes of the other.
 */
const everyContainer = '/var/tmp'

const toBoot = ['mmdebstrap', 'systemd-container']

/**
 * Runs a trial in a container that is booted here, with a freshly packed program, and cleans up afterwards.
 *
 * @param {(closing: import('../session/closing.mjs').Closing) => Promise<void>} live
 * @param {string[]} [packages] the further Debian packages that this needs
 * @param {() => Promise<void>} [prepare] another set-up than that of a door's program
 */
export const inAContainer = (live, packages = [], prepare = setUp) =>
  orExplain(async () => {
    if (process.getuid?.() !== 0) throw new Error('This boots a container, and needs root')
    await prepare()
    await take(debianPackages([...toBoot, ...packages]))
    await oneAtATime(
      everyContainer,
      () => inIt(live),
      () => console.log('Container: waiting for another one …'),
    )
  })

/** @param {(closing: import('../session/closing.mjs').Closing) => Promise<void>} live */
const inIt = async (live) => {
  const closing = createClosing()
  try {
    await live(closing)
  } finally {
    await closing.close()
  }
}
