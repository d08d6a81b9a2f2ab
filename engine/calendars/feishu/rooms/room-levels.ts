import { seconds } from '../../../../shared/time/time.ts'
import { type LevelsAnswer, levelsSchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'

/**
 * The two levels right above a room, from the outside in. A company defines its own tree of levels; by
 * default it ends with building and floor.
 */
export const nearestLevels = (path: readonly string[]): readonly string[] => path.slice(-2)

/** https://open.feishu.cn/document/server-docs/vc-v1/room_level/mget */
export const levelsCall = (levels: readonly string[]): Call<LevelsAnswer> => ({
  name: 'levels',
  method: 'POST',
  path: '/vc/v1/room_levels/mget',
  body: { level_ids: levels },
  answer: levelsSchema,
  rank: 'beside',
  timeLimit: seconds(10),
})

/** The names of these levels, in this order. A level without a name in the answer is left out. */
export function placeFrom({ data }: LevelsAnswer, levels: readonly string[]): readonly string[] {
  const names = new Map(data.items.map(({ room_level_id: id, name }) => [id, name]))
  return levels.flatMap((level) => names.get(level) || [])
}
