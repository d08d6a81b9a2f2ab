import type { ConfigurationDesk } from '../../../engine/admin/set-room.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
import { createMemoryCalendar, type MemoryCalendar } from './memory-calendar.ts'

/** The configuration's file in memory, on a disk that may say no. */
export interface MemoryConfiguration extends ConfigurationDesk {
  says: Result<Configuration, SetUpProblem>
  /** What of storing fails. */
  failing: 'stage' | 'commit' | undefined
  /** The calendar of any room that is tried. */
  readonly tried: MemoryCalendar
  /** The ids of the rooms that were tried. */
  readonly roomsTried: string[]
  /** Written beside the old one, and neither taken nor thrown away. */
  isStaged: boolean
}

export const oldRoom = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'

const ofOldRoom = parseConfiguration({
  feishu: { origin: 'http://127.0.0.1:1', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: oldRoom },
  timeZone: 'Asia/Shanghai',
})

export function createMemoryConfiguration(): MemoryConfiguration {
  if (!ofOldRoom.ok) throw new Error('The configuration of this test is faulty')
  const refused = () => err(new Error('The disk of this test'))
  const memory: MemoryConfiguration = {
    says: ok(ofOldRoom.value),
    failing: undefined,
    tried: createMemoryCalendar(),
    roomsTried: [],
    isStaged: false,
    read: async () => memory.says,
    calendarFor: ({ room }) => {
      memory.roomsTried.push(room.id)
      return memory.tried
    },
    place: () => ({
      file: '/etc/room-panel/config.json',
      stage: async (next) => {
        if (memory.failing === 'stage') return refused()
        memory.isStaged = true
        return ok({
          commit: async () => {
            if (memory.failing === 'commit') return refused()
            memory.isStaged = false
            memory.says = ok(next)
            return ok(undefined)
          },
          discard: async () => void (memory.isStaged = false),
        })
      },
    }),
  }
  return memory
}
