import { fnv1a } from '../../../shared/fnv-1a.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { toTopic } from '../../../shared/line/topics.ts'
import type { Line } from '../../line/line.ts'
import type { Log } from '../../ports.ts'

export interface HearRotationParts {
  readonly line: Line
  readonly door: string
  readonly log: Log
  /** Without it the door keeps the password that it has. */
  readonly storePassword?: (password: string) => Promise<boolean>
}

/**
 * Stores the next password that the hub desires, and calls `onStored` whenever `stored` has changed: by it the hub
 * knows which one this door has.
 */
export function hearRotation(
  { line, door, log, storePassword }: HearRotationParts,
  onStored: () => void,
): { readonly stored: () => string | undefined } {
  let stored: string | undefined
  let desired: string | undefined
  line.subscribe(toTopic(door, 'desired'), ({ topic, payload }) => {
    const heard = parseMessage('desired', payload)
    if (!heard.ok) return log.warn('line.not-understood', { topic, ...heard.error })
    void take(heard.value.nextPassword)
  })
  const take = async (password: string | undefined): Promise<void> => {
    desired = password
    const isStored = password !== undefined && (await storePassword?.(password)) === true
    // Another one may have been desired meanwhile.
    if (desired !== password) return
    stored = isStored ? fnv1a(password) : undefined
    onStored()
  }
  return { stored: () => stored }
}
