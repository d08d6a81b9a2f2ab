import type { CanRead } from '../../../engine/ports.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { reasonIn } from '../reason-in.ts'
import { type Check, failed, fine } from './check.ts'

/**
 * Checks the pictures that the configuration names. The door leaves out an unreadable one without a message.
 */
export const pictureChecks = (
  { display }: Pick<Configuration, 'display'>,
  canRead: CanRead,
): readonly Check[] =>
  (['logo', 'background'] as const).flatMap((name) => {
    const file = display[name]
    if (file === undefined) return []
    const look = async () => {
      const read = await canRead(file)
      return read.ok ? fine(file) : failed('pictureUnreadable', `${file}, ${reasonIn(read.error)}`)
    }
    return [{ name, look }]
  })
