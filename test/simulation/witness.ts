import type { Instance } from '../../main/simulator/calendar/event.ts'
import type { ReplyRecord } from '../../main/simulator/reply-record.ts'
import type { World } from '../../main/simulator/world.ts'
import type { Room } from '../../main/simulator/rooms/room.ts'
import type { Policy } from '../../shared/domain/policy.ts'
import { isExempt } from '../../shared/domain/policy.ts'
import type { Picture } from './page.ts'
import type { Timeline } from './timeline.ts'

/** Watches the door and the platform, knows the truth, and says which law was broken. */
export interface Witness {
  readonly violations: readonly string[]
  readonly sees: (picture: Picture | undefined) => void
  readonly frozen: (ms: number) => void
  /** A tap that reached the panel. */
  readonly tapped: (bookingId: string) => void
  /** The program died: what it had not told anybody is gone with it. */
  readonly forgetTaps: () => void
  readonly confirmedEnd: () => void
  readonly replySent: (facts: { readonly clock: number; readonly readAt: number }) => void
  readonly readSucceeded: (body: string, askedAt: number) => void
  readonly journalSpoilt: () => void
  readonly checkReplies: () => void
  readonly checkedIn: readonly Shown[]
}

export interface Shown {
  readonly uid: string
  readonly start: number
  readonly end: number
}

interface Stretch {
  since: number
  /** When it was last seen to go. */
  goneAt: number | undefined
}

const tolerance = 1000
const longestFreeze = 12_000

export function createWitness(parts: {
  readonly timeline: Timeline
  readonly world: World
  readonly room: Room
  readonly policy: Policy
  readonly freshFor: () => number
  readonly tell: (line: string) => void
}): Witness {
  const { timeline, world, policy, tell } = parts
  const violations: string[] = []
  const checkedIn: Shown[] = []
  const stretches = new Map<string, Stretch>()
  const taps = new Map<string, number>()
  const released = new Map<string, number>()
  let ends = 0
  let endsConfirmed = 0
  let seenReplies = 0
  let lastRead: { readonly body: string; readonly askedAt: number } | undefined
  let spoilt = -Infinity
  const pending: { readonly at: number; readonly clock: number; readonly readAt: number; readonly offered: Map<string, number> }[] = []

  const break_ = (law: string): void => {
    violations.push(law)
    tell(`VIOLATION ${law}`)
  }
  const same = (one: Shown, two: { uid: string; start: number; end: number }) =>
    one.uid === two.uid && (one.start === two.start || (one.start < two.end && two.start < one.end))

  return {
    violations,
    checkedIn,
    sees(picture) {
      const now = timeline.now()
      const offered = picture === undefined || picture.occupancy.kind === 'unknown' ? [] : picture.checkIns.map(({ id }) => String(id))
      for (const [id, stretch] of stretches) if (!offered.includes(id)) stretch.goneAt ??= now
      for (const id of offered) {
        const known = stretches.get(id)
        if (known === undefined || now - (known.goneAt ?? now) > longestFreeze) stretches.set(id, { since: now, goneAt: undefined })
        else known.goneAt = undefined
      }
      if (picture === undefined) return
      const { occupancy, checkingIn, releasing } = picture
      if (checkingIn.kind === 'settled' && checkingIn.outcome.kind === 'done') {
        const [uid = '', , start = ''] = split(checkingIn.booking)
        if (!checkedIn.some((one) => one.uid === uid && one.start === Number(start) * 1000)) {
          const stay = staysOf(uid, Number(start) * 1000)
          checkedIn.push({ uid, start: Number(start) * 1000, end: stay?.end ?? Number(start) * 1000 + 1 })
        }
      }
      if (occupancy.kind === 'free') {
        if (lastRead === undefined) break_('L4 green without a reading')
        else {
          if (now - lastRead.askedAt > parts.freshFor() + 6 * 60_000) break_(`L4 green on data ${now - lastRead.askedAt} ms old`)
          for (const item of itemsIn(lastRead.body))
            if (item.start + 1500 < now && now < item.end - 1500) break_(`L4 green while ${item.uid} runs`)
        }
      }
      if (occupancy.kind === 'awaitingCheckIn' || occupancy.kind === 'checkInOpen') {
        const { booking } = occupancy
        const one = { uid: booking.meeting, start: booking.start, end: booking.end }
        if (checkedIn.some((shown) => same(shown, one)) && spoilt < 0) break_(`L5 asks again for ${booking.id}`)
      }
      if (releasing.kind === 'settled' && releasing.outcome.kind === 'released') {
        const { booking } = releasing
        const still = world
          .staysIn(parts.room, { from: releasing.at - 1, to: releasing.at })
          .some((stay) => stay.event.uid === booking.meeting && stay.start === booking.start)
        if (still && now - releasing.at < 100) break_(`L6 says released ${booking.id}`)
      }
    },
    frozen(ms) {
      if (ms > longestFreeze) stretches.clear()
    },
    forgetTaps: () => taps.clear(),
    tapped: (id) => void (taps.has(id) ? undefined : taps.set(id, timeline.now())),
    confirmedEnd: () => void (endsConfirmed += 1),
    replySent({ clock, readAt }) {
      pending.push({ at: timeline.now(), clock, readAt, offered: new Map([...stretches].filter(([, { goneAt }]) => timeline.now() - (goneAt ?? timeline.now()) < longestFreeze).map(([id, { since }]) => [id, since])) })
    },
    readSucceeded: (body, askedAt) => void (lastRead = { body, askedAt }),
    journalSpoilt: () => (spoilt = timeline.now()),
    checkReplies() {
      while (seenReplies < world.replies.length) {
        const reply = world.replies[seenReplies]
        seenReplies += 1
        if (reply !== undefined) checkReply(reply)
      }
    },
  }

  function staysOf(uid: string, start: number): Instance | undefined {
    return world
      .staysIn(parts.room, { from: start, to: start + 1000 })
      .find((stay) => stay.event.uid === uid && stay.start === start)
  }

  function checkReply(reply: ReplyRecord): void {
    const body: unknown = JSON.parse(reply.body)
    const status = field(body, 'status')
    const uid = String(field(body, 'uid'))
    const sent = pending.shift()
    if (reply.code !== undefined && reply.code >= 99991600 && reply.code < 99991700) return
    tell(`platform: ${String(status)} for ${uid}/${String(field(body, 'original_time'))} -> ${reply.code}`)
    if (status === 'ENDED_BEFORE_DUE') {
      ends += 1
      if (ends > 2 * endsConfirmed) break_('L3 more ends than confirmed')
      return
    }
    if (sent === undefined) return break_('a reply that nobody sent')
    if (policy.mode !== 'auto' || policy.follower) break_(`L2a released in mode ${policy.mode}`)
    const { effect } = reply
    if (effect === undefined) return
    const { event, hit } = effect
    if (hit === 'all' && event.repeats !== undefined) return break_(`L7 hit a whole series ${uid}`)
    const start0 = hit === 'all' ? event.span.start : hit
    const exception = hit === 'all' ? undefined : event.changes.get(hit)?.exception
    const span =
      typeof exception === 'object'
        ? exception
        : { start: start0, end: start0 + event.span.end - event.span.start }
    const name = `${uid}@${span.start}`
    if (span.end - span.start >= policy.exemptFrom || (event.organizer.name === 'Reception' && event.organizerInfo !== '')) break_(`L2a exempt ${name}`)
    released.set(name, (released.get(name) ?? 0) + 1)
    if ((released.get(name) ?? 0) > 1) break_(`L3 released twice ${name}`)
    const one = { uid, start: span.start, end: span.end }
    if (checkedIn.some((shown) => same(shown, one))) break_(`L1 released ${name} although checked in`)
    const ids = [...sent.offered.keys()].filter((id) => split(id)[0] === uid && Number(split(id)[2]) * 1000 === span.start)
    const since = Math.min(...ids.map((id) => sent.offered.get(id) ?? Infinity))
    if (!(sent.at - Math.max(since, span.start) >= policy.grace - tolerance))
      break_(`L2b offered for ${sent.at - Math.max(since, span.start)} ms only: ${name}`)
    if (sent.at - sent.readAt > 10_000 + tolerance) break_(`L2c read ${sent.at - sent.readAt} ms ago`)
    const server = sent.at + world.switches.dateSkew
    if (Math.abs(server - sent.clock) > 30_000) break_(`L2d clock off by ${sent.clock - server}`)
    for (const id of ids) if ((taps.get(id) ?? Infinity) < sent.at) break_(`L2e tapped before ${name}`)
  }
}

const split = (id: string): readonly string[] => {
  const [, uid = '', original = '', start = ''] = /^(.+)\/(\d+)\/(\d+)$/.exec(id) ?? []
  return [uid, original, start]
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined

interface Item {
  readonly uid: string
  readonly start: number
  readonly end: number
}

let cache: { readonly body: string; readonly items: readonly Item[] } | undefined
function itemsIn(body: string): readonly Item[] {
  if (cache?.body === body) return cache.items
  const items = [...body.matchAll(/"start_time":"([^"]+)","end_time":"([^"]+)","uid":"([^"]+)"/g)].map(
    ([, start = '', end = '', uid = '']) => ({ uid, start: Date.parse(start), end: Date.parse(end) }),
  )
  cache = { body, items }
  return items
}
