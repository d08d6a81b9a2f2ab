import { expect, test } from 'vitest'
import { type BookingId, bookingIdOf } from '../../shared/booking/booking.ts'
import type { Vote } from '../../shared/line/asks.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { votesServeFor } from '../../shared/line/release-round.ts'
import { speakerIn } from '../../shared/line/topics.ts'
import type { ReplyRecord } from '../../simulator/reply-record.ts'
import { aReleaseWorld, type ReleaseWorld } from '../support/hub/a-release-world.ts'

interface HeardVote {
  readonly booking: BookingId
  readonly door: string
  readonly order: string
  readonly vote: Vote
  readonly sentAt: number
  readonly at: number
}

/** A release that Feishu has carried out; `at` by the monotonic clock, ms. */
interface Released {
  readonly booking: BookingId
  readonly at: number
}

function releasesIn({ world, clock }: ReleaseWorld): readonly Released[] {
  const began = clock.now() - clock.elapsed()
  const isRelease = ({ effect, body }: ReplyRecord): boolean =>
    effect !== undefined && body.includes('NOT_CHECK_IN')
  return world.replies
    .filter(isRelease)
    .map(({ body, at }) => ({ booking: bookingIdOf(bookingIn(body)), at: at - began }))
}

/** All meetings have names of their own, and begin at a time of their own. */
function bookingIn(body: string): string {
  const number = Number(/meeting-(\d+)/.exec(body)?.[1])
  return `meeting-${number}/0/${(Date.UTC(2026, 9, 12, 2, 2) + number * 240_000) / 1000}`
}

/** The votes about this booking that a hub was given. */
const votesAbout = ({ broker }: ReleaseWorld, booking: BookingId): readonly HeardVote[] =>
  (broker.delivered ?? []).flatMap(({ to, topic, payload, sentAt, at }) => {
    const door = to.startsWith('hub') ? speakerIn(topic)?.door : undefined
    const ask = topic.endsWith('/from/ask') ? parseMessage('ask', payload) : undefined
    if (door === undefined || !ask?.ok || ask.value.kind !== 'release') return []
    const { order, vote } = ask.value
    return ask.value.booking === booking && order !== undefined
      ? [{ booking, door, order, vote, sentAt, at }]
      : []
  })

/** When a hub was given a check-in of this door after `since`. */
const checkInsGiven = ({ broker }: ReleaseWorld, door: string, since: number): readonly number[] =>
  (broker.delivered ?? [])
    .filter(
      ({ to, topic, sentAt }) =>
        to.startsWith('hub') && topic === `rp/1/door/${door}/from/event` && sentAt >= since,
    )
    .map(({ at }) => at)

/** The clocks of the simulated Feishu and of the broker agree up to a part of this, ms. */
const moment = 1

/** What is wrong with this release; undefined if there was a round in which it was right. */
function faultOf(world: ReleaseWorld, { booking, at }: Released): string | undefined {
  const heard = votesAbout(world, booking).filter((vote) => vote.at <= at + moment)
  const orders = [...new Set(heard.map(({ order }) => order))]
  const faults = orders.map((order) => {
    const votes = heard.filter((vote) => vote.order === order)
    return world.doors.map(({ name }) => faultAt(world, name, votes, at)).find((fault) => fault !== undefined)
  })
  return faults.length === 0
    ? 'no door was asked'
    : faults.includes(undefined)
      ? undefined
      : faults.join(', ')
}

/** What every door had said in this round, and every hub had heard of it by then. */
function faultAt(
  world: ReleaseWorld,
  door: string,
  votes: readonly HeardVote[],
  at: number,
): string | undefined {
  const own = votes.filter((vote) => vote.door === door)
  const yes = own.find(({ vote }) => vote.says === 'release')
  if (yes === undefined) return `${door} was silent`
  if (at - yes.at > votesServeFor) return `${door} agreed too long ago`
  if (own.some((vote) => vote.vote.says === 'keep' && vote.at < at - moment)) return `${door} said no`
  for (const tap of world.taps.filter((one) => one.door === door && one.booking === yes.booking)) {
    if (tap.at < yes.sentAt) return `${door} had a tick`
    if (checkInsGiven(world, door, tap.at).some((given) => given < at - moment))
      return `${door} had sent a tick`
  }
  return undefined
}

/** Replies that follow one to the same booking which was carried out. */
const repeated = (replies: readonly ReplyRecord[]): readonly unknown[] =>
  replies.filter(({ body }, index) =>
    replies.slice(0, index).some((before) => before.body === body && before.effect !== undefined),
  )

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)

test('no release is sent against or without a door’s word, and none twice, whatever becomes of messages and hubs', async () => {
  const tally = { released: 0, kept: 0 }
  for (const seed of seeds) {
    // oxlint-disable-next-line no-await-in-loop -- one world after the other
    const world = await aReleaseWorld(seed)
    // oxlint-disable-next-line no-await-in-loop -- one thing after the other
    while (world.clock.elapsed() < 27 * 60_000) await world.step()
    const releases = releasesIn(world)
    for (const release of releases) expect([seed, faultOf(world, release)]).toEqual([seed, undefined])
    expect([seed, repeated(world.world.replies)]).toEqual([seed, []])
    tally.released += releases.length
    tally.kept += 6 - releases.length
  }
  // A world without either would prove nothing.
  expect(tally.released).toBeGreaterThan(20)
  expect(tally.kept).toBeGreaterThan(20)
}, 120_000)
