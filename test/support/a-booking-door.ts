import { createFeishuCalendar } from '../../engine/calendars/feishu/feishu-calendar.ts'
import { createDoorPanel, type DoorPanel } from '../../engine/door-panel/door-panel.ts'
import type { Http } from '../../engine/ports.ts'
import { ok } from '../../shared/result.ts'
import type { DirectConfiguration } from '../../shared/config/configuration.ts'
import { asDirect } from './line/only-direct.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { minutes } from '../../shared/time/time.ts'
import { createWorld } from '../../simulator/world.ts'
import { aConfiguration } from './a-door.ts'
import { at } from './builders.ts'
import { createConfigurationOnPaper } from './configuration-on-paper.ts'
import { dice } from './dice.ts'
import { createMemoryAdmin } from './memory/memory-admin.ts'
import { createMemoryJournal } from './memory/memory-journal.ts'
import { createMemoryLog } from './memory/memory-log.ts'
import { createMemoryReservations } from './memory/memory-reservations.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { httpOf } from './world-http.ts'

export const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'

/** Right before or right after the so-many-th request about a booking, or write of one, the program dies. */
export interface Death {
  readonly at: number
  readonly when: 'before' | 'after'
}

/**
 * A room in a simulated Feishu that answers after a second, with what lies on the tablet's disk. Doors begin and die in it, one after
 * the other.
 */
export function aBookableRoom(over: Readonly<Record<string, unknown>> = {}) {
  const clock = createVirtualClock(at('10:00:20'))
  const world = createWorld({ now: clock.now, random: dice(1) })
  world.switches.roomAnswersAfter = [1000, 1000]
  const [app, room] = [world.addApp(), world.addRoom()]
  const [journal, reservations, log] = [createMemoryJournal(), createMemoryReservations(), createMemoryLog()]
  const configuration = aConfiguration({
    room: { id: room.id },
    checkIn: { mode: 'auto' },
    booking: { who: 'everyone', contact },
    ...over,
  })
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, configuration)
  const admin = createMemoryAdmin()
  let ids = 0
  let between = (http: Http): Http => http
  const newId = (): string => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`

  /** Starts the program, and lets it begin. */
  const start = async (death?: Death) => {
    let [effects, isDead] = [0, false]
    /** Does something that a program can die at. What dies is never heard of again. */
    const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
      effects += 1
      const isNow = death?.at === effects
      if (isNow && death.when === 'before') isDead = true
      if (isDead) return never()
      const done = await work()
      if (isNow) isDead = true
      return isDead ? never() : done
    }
    const send = between(httpOf(world))
    const http: Http = (request) =>
      /\/calendar\/v4\//.test(request.url) ? mortal(() => send(request)) : isDead ? never() : send(request)
    const calendarFor = ({ feishu, booking }: DirectConfiguration) =>
      createFeishuCalendar({
        http,
        clock,
        log,
        random: dice(2),
        origin: feishu.origin,
        appId: app.id,
        roomId: room.id,
        contact: booking.contact,
        readSecret: async () => ok(app.secret),
      })
    const panel: DoorPanel = createDoorPanel({
      clock,
      log,
      journal,
      rate: 1,
      identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
      followConfiguration,
      setUp: async (_standing, previewConfiguration) => {
        if (!paper.says.ok) return paper.says
        const written = paper.says.value
        await previewConfiguration(written)
        return ok({ configuration: written, calendar: calendarFor(asDirect(written)) })
      },
      tablet: { locale: 'en-US', timeZone: 'UTC' },
      admin,
      booking: {
        store: { ...reservations, write: (all) => mortal(() => reservations.write(all)) },
        newId,
      },
    })
    const shown: Snapshot[] = []
    panel.onSnapshot((snapshot) => isDead || shown.push(snapshot))
    await clock.advance(0)
    return {
      panel,
      shown,
      last: () => shown.at(-1) ?? panel.current(),
      occupancy: () => panel.current().occupancy.kind,
      isDead: () => isDead,
      /** How many such things it has done. */
      effects: () => effects,
    }
  }

  return {
    clock,
    world,
    app,
    room,
    journal,
    reservations,
    log,
    /** What the keyring has of the PIN. */
    pin: admin.pin,
    /** The acts at the door that the audit has. */
    audited: admin.audit.doorEntries,
    configuration,
    /** What IT writes is read from time to time. */
    paper,
    start,
    /** Puts a server between the next doors and the platform. */
    meddle: (by: (http: Http) => Http) => void (between = by),
    /** What is in the app's calendar now. */
    entries: () => world.eventsOf(app).filter(({ isDeleted }) => !isDeleted),
    /** How many bookings of the next hours are nobody’s at this door. */
    strangers: () =>
      world
        .staysIn(room, { from: clock.now() - minutes(1), to: clock.now() + minutes(120) })
        .filter(({ event }) => event.organizer.name !== '').length,
    stays: () =>
      world
        .staysIn(room, { from: clock.now() - minutes(1), to: clock.now() + minutes(120) })
        .map(({ start: from, end }) => (end - from) / minutes(1)),
  }
}

const never = <T>(): Promise<T> => new Promise(() => undefined)
