import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aBookableRoom, type Death } from '../../support/a-booking-door.ts'

/** Far more than a booking that goes well, or one that is taken out again, sends and writes. */
const mostEffects = 40

type Story = (scene: ReturnType<typeof aBookableRoom>) => void

/** A person books, the program dies at this very thing, and another one is started some seconds later. */
async function killedAt(death: Death, begin: Story, downFor: number) {
  const scene = aBookableRoom()
  begin(scene)
  const { clock, reservations } = scene
  const first = await scene.start(death)
  void first.panel.book({ kind: 'now', length: 15 })
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

const stories: readonly (readonly [string, Story])[] = [
  ['a room that accepts', () => undefined],
  ['a room that never answers', ({ world }) => void (world.switches.roomAnswersAfter = [Infinity, Infinity])],
  [
    'a room that accepts late',
    ({ world }) => void (world.switches.roomAnswersAfter = [seconds(40), seconds(40)]),
  ],
]

/** While who tapped still stands there, and when nobody does. */
const restarts = [seconds(2), minutes(2)]

/** Law 2 of booking: whatever dies when, what the door made ends booked or gone. */
test.each(stories.flatMap(([name, begin]) => restarts.map((downFor) => [name, downFor, begin] as const)))(
  '%s: killed before and after each thing that is sent or written, started again after %i ms, nothing is left over',
  async (_, downFor, begin) => {
    const left: Left[] = []
    for (let at = 1; at <= mostEffects; at++) {
      // oxlint-disable-next-line no-await-in-loop -- each in a world of its own, and all on one processor
      const killed = await Promise.all(
        (['before', 'after'] as const).map((when) => killedAt({ at, when }, begin, downFor)),
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
