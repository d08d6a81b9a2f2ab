import * as v from 'valibot'

import { carryOut, targetOf, VERDICTS } from '../calendar/verdict.ts'
import { roomOf } from '../rooms/room-verbs.ts'
import { parseJson } from './body.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'

const Body = v.object({
  room_id: v.string(),
  uid: v.string(),
  original_time: v.pipe(v.number(), v.integer()),
  status: v.picklist(VERDICTS),
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/reply-meeting-room-event-instance */
export const reply: ScopedCall = {
  name: 'reply',
  method: 'POST',
  scopes: ['calendar:room:readonly'],
  run: (platform, { body, faults }, app) => {
    const refuse = (code: number, msg: string) => refused(platform.switches.refusalStatus, code, msg)
    const asked = parseJson(Body, body)
    if (asked === undefined) return refuse(105002, 'invalid request')
    const room = roomOf(platform, app.tenant, asked.room_id)
    if (room === undefined) return refuse(100005, 'room id invalid')
    const event = platform.events.get(asked.uid)
    const hit = event?.roomId === room.id ? targetOf(platform, event, asked.original_time) : undefined
    if (event === undefined || hit === undefined) return refuse(105003, 'original_time invalid')
    if (faults.some(({ kind }) => kind === 'pretence')) return success()
    const named = asked.original_time === 0 ? {} : { named: asked.original_time * 1000 }
    const effect = { event, hit, ...named }
    carryOut(platform, effect, asked.status)
    return { ...success(), effect }
  },
}
