import type { AppCalendar, RoomRequest } from './app-calendars/app-calendar.ts'
import type { CalendarEvent } from './calendar/event.ts'
import type { CallName } from './calls/call-name.ts'
import { createFaultBook, type FaultBook } from './faults/fault-book.ts'
import type { RateLimit } from './gateway/rate-limits.ts'
import { createIds, type Ids } from './ids.ts'
import type { ReplyRecord } from './reply-record.ts'
import { type Level, newHomeLevels } from './rooms/level.ts'
import type { Room } from './rooms/room.ts'
import type { Push, PushFault } from './store-apps/push.ts'
import { defaultSwitches, type Switches } from './switches.ts'
import { type App, newTenant, type Person, type Tenant } from './tenancy/tenant.ts'
import type { Token } from './tenancy/token.ts'
import type { WorldDeps } from './world-deps.ts'

/** The platform's whole state. The verbs change it and the calls read it; no other state exists. */
export interface Platform extends WorldDeps {
  readonly ids: Ids
  readonly switches: Switches
  readonly home: Tenant
  /** The places of rooms: buildings, floors, or other levels that a company defines. By id. */
  readonly levels: Map<string, Level>
  readonly homeLevels: readonly string[]
  readonly apps: Map<string, App>
  readonly people: Map<string, Person>
  readonly tokens: Map<string, Token>
  readonly newestToken: Map<App, Token>
  /** Of store apps themselves. */
  readonly appTokens: Map<string, Token>
  /** The faults of the next pushes, in order. */
  readonly pushFaults: PushFault[]
  /** Hear of each push. */
  readonly pushListeners: Set<(push: Push) => void>
  readonly rooms: Map<string, Room>
  readonly events: Map<string, CalendarEvent>
  /** Made by apps, by id. */
  readonly calendars: Map<string, AppCalendar>
  /** Rooms that have not answered yet. */
  readonly requests: RoomRequest[]
  readonly faults: FaultBook
  readonly rateLimits: Map<CallName, RateLimit>
  readonly replies: ReplyRecord[]
  /** The number of calls that arrived, by name, including failed ones. */
  readonly arrived: Map<CallName, number>
}

export const createPlatform = ({ now, random }: WorldDeps): Platform => {
  const ids = createIds(random)
  const home = newTenant(ids.tenant())
  const levels = newHomeLevels(home, [ids.level(), ids.level()])
  return {
    now,
    random,
    ids,
    switches: defaultSwitches(),
    home,
    levels,
    homeLevels: [...levels.keys()],
    apps: new Map(),
    people: new Map(),
    tokens: new Map(),
    newestToken: new Map(),
    appTokens: new Map(),
    pushFaults: [],
    pushListeners: new Set(),
    rooms: new Map(),
    events: new Map(),
    calendars: new Map(),
    requests: [],
    faults: createFaultBook({ now, random }),
    rateLimits: new Map(),
    replies: [],
    arrived: new Map(),
  }
}
