import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { Dice } from './dice.ts'

export interface Credentials {
  readonly appId: string
  readonly roomId: string
}

/** What IT of this office wrote into the file: mostly automatic release, with graces of all lengths. */
export function drawConfiguration(dice: Dice, { appId, roomId }: Credentials): Configuration {
  const parsed = parseConfiguration({
    feishu: { origin: 'http://127.0.0.1', appId },
    room: { id: roomId },
    checkIn: {
      mode: dice.chance(0.85) ? 'auto' : dice.pick(['observe', 'off']),
      opensMinutesBefore: dice.pick([0, 2, 5, 10]),
      graceMinutes: dice.pick([1, 3, 5, 10]),
      exempt: ['Reception'],
    },
    budget: { callsPerMonth: dice.pick([2000, 3000, 8000]) },
    timeZone: 'Asia/Shanghai',
    follower: dice.chance(0.04),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
