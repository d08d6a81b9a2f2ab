import { feishuCalendars } from '../../engine/calendars/feishu/feishu-for.ts'
import { asDirect, onlyDirect } from '../support/line/only-direct.ts'
import { createEngine } from '../../engine/engine.ts'
import type { DoorPanel } from '../../engine/door-panel/door-panel.ts'
import type { CalendarFor, CallCounter, Http, Log } from '../../engine/ports.ts'
import { openCallCounter } from '../../main/adapters/disk/call-counter-file.ts'
import type { Disk } from '../../main/adapters/disk/disk.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { SimOutcome } from '../../simulator/http.ts'
import type { Room } from '../../simulator/rooms/room.ts'
import type { App } from '../../simulator/tenancy/tenant.ts'
import type { World } from '../../simulator/world.ts'
import { unchangedConfiguration } from '../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../support/memory/memory-admin.ts'
import { createMemoryDisk } from '../support/memory/memory-disk.ts'
import { createMemoryJournal } from '../support/memory/memory-journal.ts'
import { createMemoryReservations } from '../support/memory/memory-reservations.ts'
import { vaultWith } from '../support/memory/vault-with.ts'
import { officeNumbers } from './office-numbers.ts'
import type { QueueClock } from './queue-clock.ts'

export interface Place {
  readonly clock: QueueClock
  readonly world: World
  readonly app: App
  readonly random: () => number
  /** Told of what becomes of each call. */
  readonly onCall?: (fate: Fate) => void
}

/** `limited`: refused for being one too many in its second or minute; `broken`: it got no answer of the calendar's. */
export type Fate = 'answered' | 'limited' | 'broken'

export interface Door {
  readonly room: Room
  readonly panel: DoorPanel
  readonly counter: CallCounter
  /** A good reading has come, which was asked for at `askedAt`: from now on the screen rests on it. */
  readonly onReading: (run: (askedAt: Instant) => void) => void
}

/** The room answers only to an app's booking that names an employee. */
const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What a panel finds where another one hung before it. */
export interface Before {
  readonly room?: Room
  readonly disk?: Disk
  readonly log?: Log
  readonly mode?: 'auto' | 'observe'
  /** Visitors book at this door. */
  readonly isBooked?: boolean
}

/** The real panel and the real client at a door of the simulated office, with a page that paints what it is sent. */
export async function hangPanel(place: Place, callsPerMonth: number, before: Before = {}): Promise<Door> {
  const { clock, world, app, random } = place
  const {
    room = world.addRoom(),
    disk = createMemoryDisk(),
    log = silent,
    mode = 'auto',
    isBooked = false,
  } = before
  const counter = await openCallCounter({ folder: '/calls', clock, log, disk })
  const configuration = parseConfiguration({
    feishu: { origin: 'http://127.0.0.1', appId: app.id },
    room: { id: room.id },
    checkIn: { mode },
    booking: { who: isBooked ? 'everyone' : 'off', contact },
    budget: { callsPerMonth },
    timeZone: 'Asia/Shanghai',
  })
  if (!configuration.ok)
    throw new Error('The office has a wrong configuration', { cause: configuration.error })
  const calendarFor = onlyDirect(feishuCalendars({ http: lineTo(place), clock, log, random, calls: counter }))
  const readers: ((askedAt: Instant) => void)[] = []
  const admin = createMemoryAdmin()
  let reservations = 0
  const panel = createEngine({
    clock,
    log,
    random,
    rate: 1,
    admin,
    calls: counter,
    journal: createMemoryJournal(),
    identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
    configuration: {
      read: async () => configuration,
      follow: unchangedConfiguration,
      place: admin.configuration.place,
    },
    vault: vaultWith(asDirect(configuration.value).feishu, app.secret),
    calendarFor: tellingOfReadings(calendarFor, clock, (askedAt) => readers.forEach((run) => run(askedAt))),
    tablet: { locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
    booking: { store: createMemoryReservations(), newId: () => `${room.id.slice(4)}-${(reservations += 1)}` },
  })
  panel.onSnapshot(({ revision, checkIns }) => {
    if (checkIns.length > 0)
      clock.after(50, () => panel.painted({ revision, checkIns: checkIns.map(({ id }) => id) }))
  })
  return { room, panel, counter, onReading: (run) => void readers.push(run) }
}

/** The same calendars, with `tell` called after each good reading of the schedule. */
const tellingOfReadings =
  (calendarFor: CalendarFor, clock: QueueClock, tell: (askedAt: Instant) => void): CalendarFor =>
  (...of) => {
    const calendar = calendarFor(...of)
    return {
      ...calendar,
      async readSchedule(...window) {
        const askedAt = clock.now()
        const answer = await calendar.readSchedule(...window)
        if (answer.ok) tell(askedAt)
        return answer
      },
    }
  }

/** A network that takes its time, half of it on the way there. */
function lineTo({ clock, world, random, onCall }: Place): Http {
  const { least, most } = officeNumbers.latency
  const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve))
  return async (request) => {
    const half = (least + random() * (most - least)) / 2
    await wait(half)
    const outcome = world.answer(request)
    onCall?.(fateOf(outcome))
    if (outcome.kind !== 'answer') {
      throw new Error(`The line broke: ${outcome.kind}`)
    }
    const { status, headers, body } = outcome.answer
    await wait(half)
    return { status, header: (name) => headers[name], text: body }
  }
}

function fateOf(outcome: SimOutcome): Fate {
  if (outcome.kind !== 'answer' || outcome.answer.status >= 500) return 'broken'
  return outcome.answer.body.includes('99991400') ? 'limited' : 'answered'
}
