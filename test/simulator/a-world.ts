import * as v from 'valibot'
import { expect } from 'vitest'

import type { SimAnswer, SimOutcome } from '../../simulator/http.ts'
import { createWorld } from '../../simulator/world.ts'
import { dice } from '../support/dice.ts'

const DAY = 86_400_000

/** A moment of Monday 2026-10-12 in Shanghai, or so many days after it. */
export const at = (clock: string, day = 0): number => Date.parse(`2026-10-12T${clock}:00+08:00`) + day * DAY

export { dice }

export const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal'
export const FREEBUSY_PATH = '/open-apis/meeting_room/freebusy/batch_get'
export const SUMMARY_PATH = '/open-apis/meeting_room/summary/batch_get'
export const REPLY_PATH = '/open-apis/meeting_room/instance/reply'
export const ROOMS_PATH = '/open-apis/vc/v1/rooms'
export const LEVELS_PATH = '/open-apis/vc/v1/room_levels/mget'
export const OLDER_ROOMS_PATH = '/open-apis/meeting_room/room/batch_get'

const TokenBody = v.object({ tenant_access_token: v.string(), expire: v.number() })
const Coded = v.object({ code: v.number() })
const BusyItem = v.object({
  start_time: v.string(),
  end_time: v.string(),
  uid: v.string(),
  original_time: v.number(),
})
const BusyBody = v.object({ data: v.object({ free_busy: v.record(v.string(), v.array(BusyItem)) }) })

/** A world with one room and one app that holds a token, at 09:00 on that Monday. */
export const aWorld = () => {
  let now = at('09:00')
  const world = createWorld({ now: () => now, random: dice(1) })
  const app = world.addApp()
  const room = world.addRoom()

  const askToken = (secret = app.secret) =>
    whole(world.answer(post(TOKEN_PATH, { app_id: app.id, app_secret: secret })))
  const tokenOf = (answer: SimAnswer) => v.parse(TokenBody, JSON.parse(answer.body))
  const freshToken = (): string => tokenOf(askToken()).tenant_access_token
  const token = freshToken()

  const get = (path: string, bearer = token): SimOutcome =>
    world.answer({ method: 'GET', url: path, headers: auth(bearer) })
  const postAs = (path: string, body: unknown, bearer = token): SimOutcome =>
    world.answer({ ...post(path, body), headers: auth(bearer) })

  const freebusyPath = (from = at('00:00'), to = at('00:00', 1), roomId = room.id): string =>
    `${FREEBUSY_PATH}?${new URLSearchParams([
      ['room_ids', roomId],
      ['time_min', new Date(from).toISOString()],
      ['time_max', new Date(to).toISOString()],
    ])}`

  /** What freebusy shows of the room, one line for each stay: `12 10:00 to 10:30, original time 0`. */
  const shown = (from = at('00:00'), to = at('00:00', 1)): readonly string[] => {
    const { body } = whole(get(freebusyPath(from, to), freshToken()))
    const items = v.parse(BusyBody, JSON.parse(body)).data.free_busy[room.id] ?? []
    return items
      .toSorted((one, other) => one.start_time.localeCompare(other.start_time))
      .map((item) => {
        const day = item.start_time.slice(8, 10)
        const times = [item.start_time, item.end_time].map((time) => time.slice(11, 16)).join(' to ')
        return `${day} ${times}, original time ${item.original_time}`
      })
  }

  const reply = (uid: string, originalTime: number, status: string): number =>
    codeOf(postAs(REPLY_PATH, { room_id: room.id, uid, original_time: originalTime, status }, freshToken()))

  return {
    world,
    app,
    room,
    token,
    askToken,
    tokenOf,
    freshToken,
    get,
    post: postAs,
    freebusyPath,
    shown,
    reply,
    goTo: (moment: number) => void (now = moment),
    wait: (ms: number) => void (now += ms),
  }
}

/** The answer, if one came whole. */
export const whole = (outcome: SimOutcome): SimAnswer =>
  outcome.kind === 'answer' ? outcome.answer : expect.fail(`No answer: ${outcome.kind}`)

export const codeOf = (outcome: SimOutcome): number => v.parse(Coded, JSON.parse(whole(outcome).body)).code

export const json = (outcome: SimOutcome): unknown => JSON.parse(whole(outcome).body)

export const auth = (token: string) => ({ authorization: `Bearer ${token}` })

export const post = (url: string, body: unknown) => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})
