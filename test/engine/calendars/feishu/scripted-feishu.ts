import { fromRfc3339, toRfc3339 } from '../../../../engine/calendars/feishu/bookings/rfc3339.ts'
import { createFeishuCalendar } from '../../../../engine/calendars/feishu/feishu-calendar.ts'
import type { DoorCalendar } from '../../../../engine/reservation-calendar.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../../../engine/ports.ts'
import type { VaultProblem } from '../../../../engine/secrets.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { Interval } from '../../../../shared/time/time.ts'
import { instantOf } from '../../../../shared/time/time.ts'
import { createMemoryLog, type MemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts'

export const appId = 'cli_a1b2c3d4e5f60718'
export const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'
export const roomId = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'

export type CallName = 'token' | 'freebusy' | 'reply' | 'room' | 'rooms' | 'levels' | 'olderRoom' | 'titles'

/** The outcome of one call: an answer, a broken connection, or no answer ever. */
export type Step =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status?: number; readonly text: string; readonly headers?: Readonly<Record<string, string>> }
  | Error
  | 'hang'

export interface SeenCall extends HttpRequest {
  readonly name: CallName
  readonly at: number
  readonly isGivenUp: boolean
}

export interface Item {
  readonly uid: string
  readonly start_time: string
  readonly end_time: string
  readonly original_time: number
  readonly organizer_info?: unknown
}

/** A Feishu that gives the ordered answers, and good ones otherwise, without delay. */
export interface ScriptedFeishu {
  readonly http: Http
  readonly calls: readonly SeenCall[]
  readonly callsTo: (name: CallName) => readonly SeenCall[]
  /** The next calls of this name go like this, one step each. */
  readonly next: (name: CallName, ...steps: readonly Step[]) => void
  /** All calls of this name go like this, when no step is left. */
  readonly always: (name: CallName, step: Step) => void
  /** The room's schedule, as freebusy lists it. */
  items: readonly Item[]
}

export const gatewayPage: Step = { status: 504, text: '<html><h1>504 Gateway Time-out</h1></html>' }
export const tokenRejected: Step = {
  status: 400,
  json: { code: 99991663, msg: 'Invalid access token', error: { log_id: '2026101214' } },
}

export function createScriptedFeishu(clock: VirtualClock): ScriptedFeishu {
  const calls: SeenCall[] = []
  const steps = new Map<CallName, Step[]>()
  const standing = new Map<CallName, Step>()

  const feishu: ScriptedFeishu = {
    items: [],
    calls,
    callsTo: (name) => calls.filter((call) => call.name === name),
    next: (name, ...more) => steps.set(name, [...(steps.get(name) ?? []), ...more]),
    always: (name, step) => standing.set(name, step),
    async http(request) {
      const name = nameOf(request.url)
      const call = { ...request, name, at: clock.elapsed(), isGivenUp: false }
      request.onGivenUp(() => (call.isGivenUp = true))
      calls.push(call)
      const step = steps.get(name)?.shift() ?? standing.get(name) ?? goodAnswer(name, request, feishu)
      if (step === 'hang') return new Promise(() => undefined)
      if (step instanceof Error) throw step
      return answerFrom(step, clock)
    },
  }
  return feishu
}

function nameOf(url: string): CallName {
  const { pathname } = new URL(url)
  if (pathname === '/open-apis/auth/v3/tenant_access_token/internal') return 'token'
  if (pathname === '/open-apis/meeting_room/freebusy/batch_get') return 'freebusy'
  if (pathname === '/open-apis/meeting_room/instance/reply') return 'reply'
  if (pathname === `/open-apis/vc/v1/rooms/${roomId}`) return 'room'
  if (pathname === '/open-apis/vc/v1/rooms') return 'rooms'
  if (pathname === '/open-apis/vc/v1/room_levels/mget') return 'levels'
  if (pathname === '/open-apis/meeting_room/room/batch_get') return 'olderRoom'
  if (pathname === '/open-apis/meeting_room/summary/batch_get') return 'titles'
  throw new Error(`Nothing is at ${pathname}`)
}

function answerFrom(step: Exclude<Step, Error | 'hang'>, clock: VirtualClock): HttpAnswer {
  const headers: Record<string, string> = { date: new Date(clock.now()).toUTCString(), ...step.headers }
  return {
    status: step.status ?? 200,
    header: (name) => headers[name],
    text: 'text' in step ? step.text : JSON.stringify(step.json),
  }
}

function goodAnswer(name: CallName, request: HttpRequest, feishu: ScriptedFeishu): Step {
  switch (name) {
    case 'token':
      return tokenAnswer(`t-canary${feishu.callsTo('token').length}aaaaaaaaaaaaaaaa`, 7200)
    case 'freebusy':
      return { json: { code: 0, msg: 'success', data: { free_busy: listed(feishu.items, request.url) } } }
    case 'reply':
      return { json: { code: 0, msg: 'success' } }
    case 'room':
      return { json: { code: 0, msg: 'success', data: { room: { name: 'Magnolia', capacity: 8 } } } }
    case 'rooms':
      return { json: { code: 0, msg: 'success', data: { rooms: [], has_more: false } } }
    case 'levels':
      return { json: { code: 0, msg: 'success', data: { items: [] } } }
    case 'olderRoom':
      return { json: { code: 0, msg: 'success', data: { rooms: [{ room_id: roomId, name: 'Magnolia' }] } } }
    case 'titles':
      return { json: { code: 0, msg: '', data: { EventInfos: [], ErrorEventUids: [] } } }
  }
}

export const tokenAnswer = (token: string, expire: number): Step => ({
  json: { code: 0, msg: 'ok', tenant_access_token: token, expire },
})

/** As the real one: a room without bookings in the window has no key. */
function listed(items: readonly Item[], url: string): Record<string, readonly Item[]> {
  const { start, end } = windowOf(url)
  // What has no time is in every window.
  const inWindow = items.filter(
    ({ start_time, end_time }) => !(Date.parse(start_time) >= end || start >= Date.parse(end_time)),
  )
  return inWindow.length > 0 ? { [roomId]: inWindow } : {}
}

export function windowOf(url: string): Interval {
  const query = new URL(url).searchParams
  const [start, end] = ['time_min', 'time_max'].map((name) => fromRfc3339(query.get(name) ?? ''))
  if (start === undefined || end === undefined) throw new Error(`No window in ${url}`)
  return { start, end }
}

/** An entry of freebusy; `start` as in `2026-10-12T14:00` in UTC. */
export const anItem = (uid: string, start: string, minutes = 60, originalTime = 0): Item => ({
  uid,
  start_time: `${start}:00Z`,
  end_time: toRfc3339(instantOf(Date.parse(`${start}:00Z`) + minutes * 60_000)),
  original_time: originalTime,
  organizer_info: { name: 'Lin Xiaoyu', open_id: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d' },
})

export interface Scene {
  readonly clock: VirtualClock
  readonly log: MemoryLog
  readonly feishu: ScriptedFeishu
  readonly calendar: DoorCalendar
  /** What `promise` gives once time has gone on far enough, at most five minutes. */
  readonly outcomeOf: <T>(promise: Promise<T>) => Promise<T>
}

/** The real client on a scripted Feishu, with time that moves only when told to. */
export function createScene(
  readSecret: () => Promise<Result<string, VaultProblem>> = async () => ok(appSecret),
): Scene {
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const feishu = createScriptedFeishu(clock)
  const calendar = createFeishuCalendar({
    http: feishu.http,
    clock,
    log,
    random: () => 0.5,
    origin: 'https://open.feishu.cn',
    appId,
    roomId,
    readSecret,
  })
  const outcomeOf = async <T>(promise: Promise<T>): Promise<T> => {
    let isDone = false
    const settled = promise.finally(() => (isDone = true))
    for (let second = 0; second < 300; second++) {
      await clock.advance(0)
      if (isDone) break
      await clock.advance(1000)
    }
    return settled
  }
  return { clock, log, feishu, calendar, outcomeOf }
}

/** 2026-10-12 in Shanghai, with the days around it. */
export const threeDays: Interval = {
  start: instantOf(Date.UTC(2026, 9, 10, 16)),
  end: instantOf(Date.UTC(2026, 9, 13, 16)),
}
