import type { Http } from '../../../engine/ports.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { emptyJournal } from '../../../shared/panel/journal.ts'
import type { World } from '../../../simulator/world.ts'
import { openPage } from '../a-page.ts'
import { at } from '../builders.ts'
import type { LineDoor } from '../line/line-door.ts'
import { whileWriting } from '../memory/slow-journal.ts'
import { aCompany } from './a-company.ts'

interface GhostOptions {
  /** The mode of each door. */
  readonly modes?: readonly ('observe' | 'auto')[]
  readonly http?: (world: World) => Http
}

/** Doors with pages, and a meeting from ten to eleven, of a series, to which nobody comes. */
export async function doorsAtAGhost({ modes = ['auto', 'auto'], http }: GhostOptions = {}) {
  const names = ['door-a', 'door-b', 'door-c'].slice(0, modes.length)
  const company = await aCompany('09:53')
  const { world, clock, rooms } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  const event = world.book(room, {
    from: at('10:00'),
    to: at('11:00'),
    uid: 'ghost',
    repeats: { every: 'week' },
  })
  await company.assign(room.id, ...names)
  const leader = await company.hub('hub-1', http?.(world))
  const doors: LineDoor[] = []
  // oxlint-disable-next-line no-await-in-loop -- one door after the other
  for (const [index, mode] of modes.entries()) doors.push(await company.door(names[index] ?? '', { mode }))
  const pages = doors.map(({ panel }) => openPage(panel))
  return {
    ...company,
    room,
    event,
    leader,
    doors,
    pages,
    booking: bookingIdOf(`ghost/0/${at('10:00') / 1000}`),
    until: (time: string) => clock.advance(at(time) - clock.now()),
    occupancies: () => doors.map((door) => door.occupancy()),
    /** The reasons for which each door kept a booking, or what else it decided. */
    decisions: () =>
      doors.map(({ journal: { kept } }) =>
        (kept.kind === 'found' ? kept.content : emptyJournal).decisions.map(
          ({ outcome, because }) => because ?? outcome,
        ),
      ),
    /** From now on this door needs `ms` to put an attempt on its disk, and votes so much later. */
    voteLate: (door: LineDoor | undefined, ms: number): void => {
      if (door === undefined) return
      whileWriting(door.journal, ({ attempts }) =>
        attempts.length > 0 ? new Promise<void>((resolve) => clock.after(ms, resolve)) : undefined,
      )
    },
  }
}

export type DoorsAtAGhost = Awaited<ReturnType<typeof doorsAtAGhost>>
