import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Makes V8 collect all garbage when the program goes down. Call once, at the start.
 *
 * Electron 33.2.1 deletes its own objects on the way down, also those that V8 has found to be garbage and is about to
 * delete in a later task. The second deletion is a segmentation fault, in a tenth of the ends on a busy machine, and it
 * replaces the exit status. A collection that is asked for deletes them at once and leaves none for later
 * (`synchronous_second_pass` in V8's global-handles.cc).
 */
export const collectAtEnd = (): void => void process.once('exit', collect)

function collect(): void {
  // V8 gives `gc` only to contexts that are made after this.
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}
