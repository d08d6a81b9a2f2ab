import { type BookingId, bookingIdOf } from '../../../shared/booking/booking.ts'
import type { Vote } from '../../../shared/line/asks.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { votesServeFor } from '../../../shared/line/release-round.ts'
import { speakerIn } from '../../../shared/line/topics.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { ReplyRecord } from '../../../simulator/reply-record.ts'
import { aReleasingWorld, type ReleasingWorld } from './releasing-world.ts'
import { repeatedReplies } from './repeated-replies.ts'
import type { Broken, Lived } from './world.ts'

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

const lived = minutes(27)

/** Laws 6, 7, 8 and 10: each release has the word of every door, and is sent once, by the hub that leads. */
export async function liveReleasing(seed: number): Promise<Lived> {
  const world = await aReleasingWorld(seed)
  // oxlint-disable-next-line no-await-in-loop -- one thing after the other
  while (world.clock.elapsed() < lived) await world.step()
  const releases = releasesIn(world)
  const faults = releases.flatMap((release): readonly Broken[] => {
    const what = faultOf(world, release)
    return what === undefined ? [] : [{ law: 'H6 every door agrees', what: `${release.booking}: ${what}` }]
  })
  return {
    broken: [...faults, ...world.hubs.trespasses, ...repeatedReplies(world.world.replies)],
    roomTime: world.clock.elapsed(),
    tally: {
      'check-ins': world.taps.length,
      released: releases.length,
      [`released with ${world.doors.length} doors`]: releases.length,
      'not released': 6 - releases.length,
    },
  }
}

function releasesIn({ world, clock }: ReleasingWorld): readonly Released[] {
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
const votesAbout = ({ broker }: ReleasingWorld, booking: BookingId): readonly HeardVote[] =>
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
const checkInsGiven = ({ broker }: ReleasingWorld, door: string, since: number): readonly number[] =>
  (broker.delivered ?? [])
    .filter(
      ({ to, topic, sentAt }) =>
        to.startsWith('hub') && topic === `rp/1/door/${door}/from/event` && sentAt >= since,
    )
    .map(({ at }) => at)

/** The clocks of the simulated Feishu and of the broker agree up to a part of this, ms. */
const moment = 1

/** What is wrong with this release; undefined if there was a round in which it was right. */
function faultOf(world: ReleasingWorld, { booking, at }: Released): string | undefined {
  const heard = votesAbout(world, booking).filter((vote) => vote.at <= at + moment)
  const orders = [...new Set(heard.map(({ order }) => order))]
  const faults = orders.map((order) => {
    const votes = heard.filter((vote) => vote.order === order)
    return world.doors.map(({ name }) => faultAt(world, name, votes, at)).find((fault) => fault !== undefined)
  })
  if (faults.length === 0) return 'no door was asked'
  return faults.includes(undefined) ? undefined : faults.join(', ')
}

/** What every door had said in this round, and every hub had heard of it by then. */
function faultAt(
  world: ReleasingWorld,
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
