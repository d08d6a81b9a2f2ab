import type { Room } from '../rooms/room.ts'
import { roomOf } from '../rooms/room-verbs.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'
import { VC_SCOPES } from './vc.ts'

/** Supports only rooms: https://open.feishu.cn/document/server-docs/vc-v1/scope_config/reserve_scope */
export const reserveScope: ScopedCall = {
  name: 'reserveScope',
  method: 'GET',
  scopes: VC_SCOPES,
  limit: { perMinute: 100 },
  run: (platform, { query }, app) => {
    const room = roomOf(platform, app.tenant, query.get('scope_id') ?? '')
    if (room === undefined || query.get('scope_type') !== '2') return refused(400, 126001, 'parameter error')
    return success({ data: reserveJson(room) })
  },
}

const reserveJson = ({ reserveRules }: Room) => {
  const { approvalFromHours, opens, closes, longestHours, daysAhead } = reserveRules
  const isLimited = opens > 0 || closes < 86_400 || longestHours < Infinity || daysAhead < Infinity
  return {
    approve_config: {
      approval_switch: approvalFromHours === undefined ? 0 : 1,
      approval_condition: approvalFromHours === 0 ? 0 : 1,
      meeting_duration: approvalFromHours ?? 0,
      approvers: [],
    },
    time_config: {
      if_cover_child_scope: false,
      time_switch: isLimited ? 1 : 0,
      days_in_advance: Math.min(daysAhead, 365),
      opening_hour: String(opens),
      start_time: String(opens),
      end_time: String(closes),
      max_duration: Math.min(longestHours, 99),
    },
    reserve_scope_config: {
      if_cover_child_scope: false,
      allow_all_users: 1,
      allow_users: [],
      allow_depts: [],
    },
  }
}
