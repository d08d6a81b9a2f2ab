import { expect, test } from 'vitest'
import type { Wish } from '../../../shared/reserving/wish.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aBookableRoom, type Death } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

/** Far more than a booking that goes well, or one that is taken out again, sends and writes. */
const mostEffects = 40

type Begin = (scene: ReturnType<typeof aBookableRoom>) => void

interface Story {
  readonly name: string
  readonly begin?: Begin
  /** The next quarter of an hour. */
  readonly wish?: Wish
}

/** A person books, the program dies at this very thing, and another one is started some seconds later. */
async function killedAt(death: Death, { begin, wish = { kind: 'now', length: 15 } }: Story, downFor: number) {
  const scene = aBookableRoom()
  begin?.(scene)
  const { clock, reservations } = scene
  const first = await scene.start(death)
  void first.panel.book(wish)
  for (let times = 0; times < 30 && !first.isDead(); times++) {
    // oxlint-disable-next-line no-await-in-loop -- time goes on until it is dead
    await clock.advance(seconds(3))
  }
  const wasKilled = first.isDead()
  await clock.advance(downFor)
  const second = await scene.start()
  await clock.advance(seconds(90))
  const kept = reservations.kept.kind === 'found' ? reservations.kept.reservations : []
  return {
    death,
    wasKilled,
    entries: scene.entries().length,
    stays: scene.stays(),
    others: scene.strangers(),
    made: scene.world.eventsOf(scene.app).length,
    states: kept.map(({ state }) => state.kind),
    occupancy: second.occupancy(),
  }
}

const answersAfter =
  (ms: number): Begin =>
  ({ world }) =>
    void (world.switches.roomAnswersAfter = [ms, ms])

const meeting =
  (from: string, to: string): Begin =>
  ({ world, room }) =>
    void world.book(room, { from: at(from), to: at(to) })

const stories: readonly Story[] = [
  { name: 'a room that accepts' },
  { name: 'a room that never answers', begin: answersAfter(Infinity) },
  { name: 'a room that accepts late', begin: answersAfter(seconds(40)) },
  { name: 'an extension', begin: meeting('09:30', '10:30'), wish: { kind: 'extend', length: 15 } },
  { name: 'an early start', begin: meeting('10:20', '11:00'), wish: { kind: 'startEarly' } },
  { name: 'a gap', wish: { kind: 'later', start: at('11:00'), length: 15 } },
]

/** While who tapped still stands there, and when nobody does. */
const restarts = [seconds(2), minutes(2)]

/** Law 2 of booking: whatever dies when, what the door made ends booked or gone. */
test.each(stories.flatMap((story) => restarts.map((downFor) => [story.name, downFor, story] as const)))(
  '%s: killed before and after each thing that is sent or written, started again after %i ms, nothing is left over',
  async (_, downFor, story) => {
    const left: Left[] = []
    for (let effect = 1; effect <= mostEffects; effect++) {
      // oxlint-disable-next-line no-await-in-loop -- each in a world of its own, and all on one processor
      const killed = await Promise.all(
        (['before', 'after'] as const).map((when) => killedAt({ at: effect, when }, story, downFor)),
      )
      left.push(...killed.filter(({ wasKilled }) => wasKilled))
      if (!killed.some(({ wasKilled }) => wasKilled)) break
    }
    expect(left.filter(isLeftOver)).toEqual([])
    expect(left.length).toBeGreaterThan(10)
  },
)

type Left = Awaited<ReturnType<typeof killedAt>>

function isLeftOver({ made, entries, stays, others, states, occupancy }: Left): boolean {
  const booked = states.filter((state) => state === 'booked').length
  const gone = states.filter((state) => state === 'gone').length
  return (
    made > 1 ||
    entries !== booked ||
    stays.length !== booked + others ||
    booked + gone !== states.length ||
    occupancy === 'reserving'
  )
}
