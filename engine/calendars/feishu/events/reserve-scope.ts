import type { RoomLimits } from '../../../../shared/reserving/room-limits.ts'
import { hours, seconds } from '../../../../shared/time/time.ts'
import type { Call } from '../calls/exchange.ts'
import { these } from '../calls/problems.ts'
import { type ReserveScopeAnswer, reserveScopeSchema } from './event-answers.ts'

const ofRoom = '2'

const invalidParameters = new Map(these('refused', 'unexpected', [126001]))

/** https://open.feishu.cn/document/server-docs/vc-v1/scope_config/reserve_scope */
export const reserveScopeCall = (roomId: string): Call<ReserveScopeAnswer> => ({
  name: 'reserve-scope',
  method: 'GET',
  path: `/vc/v1/reserve_configs/reserve_scope?${String(
    new URLSearchParams({ scope_id: roomId, scope_type: ofRoom }),
  )}`,
  answer: reserveScopeSchema,
  codes: invalidParameters,
  rank: 'beside',
  timeLimit: seconds(10),
})

export function limitsFrom({ data }: ReserveScopeAnswer): RoomLimits {
  const { approve_config: approval, time_config: time } = data
  const times = time?.time_switch ? timesFrom(time) : {}
  if (!approval?.approval_switch) return times
  // 1: only bookings that are longer than so much. What says neither is taken for "each".
  const { approval_condition: condition, meeting_duration: duration } = approval
  const isByLength = condition === 1 && duration !== undefined
  return { ...times, approvalFrom: isByLength ? hours(duration) : 0 }
}

type TimeConfig = NonNullable<ReserveScopeAnswer['data']['time_config']>

const timesFrom = ({
  start_time: opens,
  end_time: closes,
  max_duration: longest,
}: TimeConfig): RoomLimits => ({
  ...(opens !== undefined && { opens: seconds(opens) }),
  ...(closes !== undefined && { closes: seconds(closes) }),
  ...(longest !== undefined && { longest: hours(longest) }),
})
