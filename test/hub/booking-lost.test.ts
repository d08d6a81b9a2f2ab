import { expect, test } from 'vitest'
import { parseMessage } from '../../shared/line/codec.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromTopic, toTopic } from '../../shared/line/topics.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import { answerLost } from '../../simulator/faults/fault.ts'
import { at } from '../support/builders.ts'
import { bookingDoors, now, occupancies, wordAt } from '../support/hub/booking-doors.ts'
import { lineTo } from '../support/line/line-door.ts'
import { httpOf } from '../support/world-http.ts'

/** A door of the room that says what the test has it say. */
async function aTalkingDoor({ assign, broker, clock, room }: Awaited<ReturnType<typeof bookingDoors>>) {
  await assign(room.id, 'door-t')
  const line = lineTo(broker, clock, 'door-t')
  const answers: unknown[] = []
  line.subscribe(toTopic('door-t', 'answer'), ({ payload }) => {
    const answer = parseMessage('answer', payload)
    if (answer.ok) answers.push(answer.value.outcome)
  })
  await clock.advance(seconds(6))
  const ask = async (question: object) => {
    const payload = JSON.stringify({ v: 1, id: `ask-${'0'.repeat(40)}`, ...question })
    await line.publish({ ...messages.ask, topic: fromTopic('door-t', 'ask'), payload })
    await clock.advance(seconds(8))
    return answers.splice(0)
  }
  return { ask }
}

test('an ask that comes again, soon or late, books nothing more', async () => {
  const company = await bookingDoors()
  const { clock, world, app } = company
  const { ask } = await aTalkingDoor(company)
  const book = { kind: 'book', wish: 'now', length: 15 }
  expect(await ask(book)).toEqual([{ kind: 'done' }])
  expect(await ask(book)).toEqual([{ kind: 'done' }])
  await clock.advance(minutes(20))
  expect(await ask(book)).toEqual([{ kind: 'refused', reason: 'taken' }])
  expect(world.eventsOf(app)).toHaveLength(1)
})

test('nothing is booked after a meeting that does not run any more', async () => {
  const company = await bookingDoors()
  const { clock, world, app, room } = company
  world.book(room, { from: at('09:00'), to: at('11:00'), uid: 'running' })
  await clock.advance(minutes(2))
  const { ask } = await aTalkingDoor(company)
  const after = (uid: string, id: string) =>
    ask({ id: id.padEnd(40, '0'), kind: 'extend', length: 15, booking: `${uid}/0/${at('09:00') / 1000}` })
  expect(await after('over', 'one')).toEqual([{ kind: 'refused', reason: 'bookingGone' }])
  expect(world.eventsOf(app)).toEqual([])
  expect(await after('running', 'two')).toEqual([{ kind: 'done' }])
  expect(world.eventsOf(app)).toHaveLength(1)
})

const isMaking = (url: string): boolean => /events\?/.test(url)

test.each([
  ['before it sends', 0],
  ['once it has sent', 1],
] as const)(
  'a hub that dies %s is followed by one that brings the booking to its end',
  async (_when, sent) => {
    const { clock, leader, world, app, a, b, stays, kept, tap, ...company } = await bookingDoors(
      ({ world: of }) =>
        async (request) => {
          if (request.method !== 'POST' || !isMaking(request.url) || died.isOver) return httpOf(of)(request)
          if (sent === 1) await httpOf(of)(request)
          died.isOver = true
          died.die()
          return new Promise(() => undefined)
        },
    )
    died.isOver = false
    died.die = leader.die
    await company.hub('hub-2')
    const { booked } = await tap(a, now(30), seconds(1))
    expect(died.isOver).toBe(true)
    await clock.advance(seconds(20))
    expect(occupancies(a, b)).not.toContain('free')
    await clock.advance(minutes(2))
    await booked
    expect(world.eventsOf(app).length).toBe(sent)
    expect([stays(), occupancies(a, b)]).toEqual(
      sent === 1 ? [[30], ['inUse', 'inUse']] : [[], ['free', 'free']],
    )
    expect((await kept()).map(({ state }) => state.kind)).toEqual([sent === 1 ? 'booked' : 'gone'])
  },
)

/** The hub of a story that dies. */
const died = { isOver: true, die: (): void => undefined }

test('an answer of the calendar that is lost makes no second event', async () => {
  const { world, app, a, b, stays, tap } = await bookingDoors()
  world.fail('createEvent', answerLost(), { times: 2 })
  const { booked } = await tap(a, now(15), seconds(12))
  await booked
  expect([stays(), world.eventsOf(app).length]).toEqual([[15], 1])
  expect(occupancies(a, b)).toEqual(['inUse', 'inUse'])
})

test('a tap while the broker is away books nothing, and says so', async () => {
  const { broker, world, app, a, tap } = await bookingDoors()
  broker.kill()
  const { booked } = await tap(a, now(15), seconds(1))
  await booked
  expect(wordAt(a)).toMatchObject({ kind: 'notBooked', because: 'unreachable' })
  expect(world.eventsOf(app).length).toBe(0)
})

test('a hub that falls silent with a booking leaves it in doubt, and its return says what became of it', async () => {
  const { clock, world, leader, a, b, stays, tap, ...company } = await bookingDoors()
  world.switches.roomAnswersAfter = [5000, 5000]
  const { booked } = await tap(a, now(60), seconds(2))
  leader.die()
  await clock.advance(minutes(2))
  await booked
  expect(wordAt(a)).toMatchObject({ kind: 'uncertain' })
  expect(occupancies(a, b)).not.toContain('free')
  await company.hub('hub-2')
  await clock.advance(minutes(1))
  expect([stays(), occupancies(a, b)]).toEqual([[60], ['inUse', 'inUse']])
})
