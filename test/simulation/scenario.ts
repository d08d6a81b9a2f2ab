import { createWorld } from '../../main/simulator/world.ts'
import * as faults from '../../main/simulator/faults/fault.ts'
import type { CalendarEvent } from '../../main/simulator/calendar/event.ts'
import { policyOf } from '../../main/panel/view.ts'
import type { Http } from '../../main/ports.ts'
import { freshFor } from '../../shared/domain/reading-plan.ts'
import { createDice, type Dice } from './dice.ts'
import { createLossyDisk } from './lossy-disk.ts'
import { drawConfiguration } from './office-rules.ts'
import { type Program, startProgram, type TabletParts } from './tablet.ts'
import { createTimeline } from './timeline.ts'
import { createWitness } from './witness.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Monday 2026-10-12, midnight in Shanghai. */
const monday = Date.UTC(2026, 9, 11, 16)

export interface Outcome {
  readonly seed: number
  readonly days: number
  readonly violations: readonly string[]
  readonly meetings: number
  readonly checkIns: number
  readonly noShows: number
  readonly releases: number
  readonly ghosts: Readonly<Record<string, number>>
  readonly calls: number
  readonly events: number
}

const silent = (): void => {}
export async function playScenario(
  seed: number,
  { isHealthy, tell = silent }: { readonly isHealthy: boolean; readonly tell?: (line: string) => void },
): Promise<Outcome> {
  const dice = createDice(seed)
  const days = dice.whole(1, 4)
  const begin = monday + dice.whole(0, 6) * day
  const timeline = createTimeline(begin)
  const isTold = tell !== silent
  const stamp = (line: string): void => (isTold ? tell(`${new Date(timeline.now() + 8 * hour).toISOString().slice(5, 23)} ${line}`) : undefined)
  const world = createWorld({ now: timeline.now, random: dice.random })
  const app = world.addApp()
  const room = world.addRoom()
  if (!isHealthy) world.switches.zeroOnSeries = dice.pick(['wholeSeries', 'wholeSeries', 'firstInstance', 'rejected'])
  if (!isHealthy && dice.chance(0.3)) world.switches.replyShownAfter = dice.whole(500, 6000)
  if (dice.chance(0.3)) world.switches.endedEarly = 'removed'
  const configuration = drawConfiguration(dice, { appId: app.id, roomId: room.id })
  const policy = policyOf(configuration)
  const witness = createWitness({
    timeline,
    world,
    room,
    policy,
    freshFor: () => freshFor(30 * minute),
    tell: stamp,
  })
  const disk = createLossyDisk(dice)
  let wallError = isHealthy || dice.chance(0.6) ? 0 : dice.pick([-day, 3 * hour, -40_000, 5 * minute, -1.7e12])
  let program: Program | undefined
  let isDown = false
  let lastReadAt = -Infinity

  const http: Http = (request) =>
    new Promise((resolve, reject) => {
      const isReply = request.url.includes('/instance/reply')
      const isReading = request.url.includes('/freebusy/')
      if (isReply && program !== undefined && request.body?.includes('NOT_CHECK_IN') === true)
        witness.replySent({ clock: program.clock.now(), readAt: lastReadAt })
      else if (isReply) witness.replySent({ clock: 0, readAt: 0 })
      const asked = timeline.now()
      request.signal.addEventListener('abort', () => reject(new Error('aborted')))
      timeline.after(dice.whole(5, 40), () => {
        if (isDown) return void timeline.after(20, () => reject(new Error('refused')))
        const outcome = world.answer({ ...request })
        if (isReply) witness.checkReplies()
        if (outcome.kind === 'silence') return
        timeline.after(outcome.delay + dice.whole(5, 40), () => {
          if (outcome.kind !== 'answer') return reject(new Error(outcome.kind))
          const { status, headers, body } = outcome.answer
          if (isReading && status === 200 && body.startsWith('{"code":0,"msg":"success","data"')) {
            lastReadAt = asked
            if (request.url.includes('time_min') && !body.includes('"error_room_ids":["')) witness.readSucceeded(body, asked)
          }
          resolve({ status, header: (name) => headers[name], text: body })
        })
      })
    })

  const parts: TabletParts = {
    timeline,
    dice,
    disk,
    configuration,
    appSecret: app.secret,
    http,
    wallError: () => wallError,
    log: { info: () => {}, warn: (event, facts) => stamp(`log ${event} ${JSON.stringify(facts)?.slice(0, 150)}`), error: (event, facts) => stamp(`log ${event} ${JSON.stringify(facts)?.slice(0, 300)}`) },
    onPicture: (picture) => {
      if (picture === undefined) stamp('screen: dark')
      else stamp(`screen: ${picture.occupancy.kind} ${'booking' in picture.occupancy ? picture.occupancy.booking.id : ''} buttons ${picture.checkIns.map(({ id }) => id).join(' ')} ${picture.checkingIn.kind} ${picture.releasing.kind}`)
      witness.sees(picture)
    },
  }
  const start = (): void => {
    if (program !== undefined) return
    witness.forgetTaps()
    stamp('program starts')
    program = startProgram(parts)
  }
  const dieAndRestart = (power: boolean): void => {
    stamp(power ? 'power cut' : 'program dies')
    program?.kill()
    program = undefined
    if (power) disk.losePower()
    timeline.after(dice.whole(2000, 90_000), start)
  }

  // The office
  interface Plan {
    readonly event: CalendarEvent
    readonly start: number
    readonly end: number
    isTouched: boolean
    isCheckedIn: boolean
    readonly kind: string
  }
  const plans: Plan[] = []
  const kinds = ['noShow', 'noShow', 'comes', 'comes', 'late', 'sits', 'deadline', 'early'] as const
  const tryCheckIn = (plan: Plan, tries: number): void => {
    if (plan.isCheckedIn || tries === 0) return
    const picture = program?.page.picture()
    const offered = picture?.checkIns.find(({ meeting }) => meeting === plan.event.uid)
    if (offered !== undefined) {
      program?.page.tap((panel) => {
        stamp(`tap check-in ${offered.id}`)
        witness.tapped(offered.id)
        plan.isCheckedIn = true
        void panel.checkIn(offered.id)
      })
    }
    timeline.after(dice.whole(4000, 20_000), () => {
      if (!witness.checkedIn.some(({ uid }) => uid === plan.event.uid)) {
        plan.isCheckedIn = false
        tryCheckIn(plan, tries - 1)
      }
    })
  }
  const live = (plan: Plan): void => {
    const at = (moment: number, run: () => void): void =>
      void timeline.after(moment - timeline.now(), run)
    switch (plan.kind) {
      case 'comes':
        return at(plan.start + dice.whole(-policy.opensBefore, Math.max(policy.grace - 20_000, 0)), () => tryCheckIn(plan, 4))
      case 'early':
        return at(plan.start - dice.whole(0, policy.opensBefore), () => tryCheckIn(plan, 4))
      case 'late':
        return at(plan.start + policy.grace + dice.whole(1000, 5 * minute), () => tryCheckIn(plan, 2))
      case 'deadline':
        return at(plan.start + policy.grace + dice.whole(-600, 600), () => tryCheckIn(plan, 1))
      default:
    }
  }
  const book = (from: number, to: number, extra: Parameters<typeof world.book>[1] extends infer B ? Partial<B> : never = {}): CalendarEvent => {
    const event = world.book(room, {
      organizer: dice.pick(['Lin Xiaoyu', 'Zhang Hao', 'Chen Wei', 'Sato Yui', 'Reception']),
      private: dice.chance(0.1),
      ...extra,
      from,
      to,
    })
    return event
  }
  const plan = (event: CalendarEvent, from: number, to: number): void => {
    const one: Plan = { event, start: from, end: to, isTouched: false, isCheckedIn: false, kind: dice.pick(kinds) }
    plans.push(one)
    stamp(`booked ${event.uid} ${new Date(from + 8 * hour).toISOString().slice(5, 16)} +${(to - from) / minute} ${one.kind} ${event.organizer.name}`)
    live(one)
  }
  for (let d = 0; d < days; d++) {
    let t = begin + d * day + 8 * hour + dice.whole(0, 8) * 15 * minute
    while (t < begin + d * day + 19 * hour) {
      const length = dice.pick([15, 30, 30, 60, 60, 90]) * minute
      plan(book(t, t + length), t, t + length)
      if (!isHealthy && dice.chance(0.08)) plan(book(t + 15 * minute, t + length + 30 * minute), t + 15 * minute, t + length + 30 * minute)
      t += length + (dice.chance(0.4) ? 0 : dice.whole(1, 10) * 15 * minute)
    }
    if (dice.chance(0.1)) plan(book(begin + d * day + 23 * hour, begin + d * day + 25 * hour), begin + d * day + 23 * hour, begin + d * day + 25 * hour)
    if (!isHealthy && dice.chance(0.05)) plan(book(begin + d * day, begin + (d + 1) * day), begin + d * day, begin + (d + 1) * day)
  }
  if (dice.chance(0.6)) {
    const at = 7 * hour + dice.whole(0, 2) * 15 * minute
    const first = begin - 5 * day + at
    const series = book(first, first + 30 * minute, { repeats: { every: 'day' } })
    for (let d = 0; d < days; d++) plan(series, begin + d * day + at, begin + d * day + at + 30 * minute)
  }

  // What goes on beside
  if (!isHealthy) {
    const end = begin + days * day
    const sometimes = (perDay: number, run: (dice: Dice) => void): void => {
      const count = Math.floor(perDay * days + dice.random())
      for (let i = 0; i < count; i++) timeline.after(nearBooking(), () => run(dice))
    }
    const nearBooking = (): number => {
      const some = plans[dice.whole(0, plans.length - 1)]
      if (some === undefined || dice.chance(0.2)) return dice.whole(0, end - begin)
      return Math.max(some.start - begin + dice.whole(-6 * minute, policy.grace + 2 * minute), 0)
    }
    const trouble = (): faults.Fault =>
      dice.pick([
        faults.gatewayPage(504),
        faults.gatewayPage(502, { carriedOut: true }),
        faults.silence(),
        faults.silence({ carriedOut: true }),
        faults.answerLost(),
        faults.bodyCut(),
        faults.connectionRefused(),
        faults.garbage(),
        faults.tooManyCalls({ resetSeconds: 20 }),
        faults.refusal(105001),
        faults.slow(500, 9000),
      ])
    const intensity = dice.pick([0.2, 1, 3])
    sometimes(2 * intensity, () => {
      const until = timeline.now() + dice.whole(1000, 6 * minute)
      const fault = trouble()
      stamp(`fault freebusy ${fault.kind}`)
      world.fail('freebusy', fault, { until, probability: dice.pick([1, 0.5]) })
    })
    sometimes(2 * intensity, () => {
      const fault = dice.chance(0.2) ? dice.pick([faults.refusal(105003), faults.pretence()]) : trouble()
      stamp(`fault reply ${fault.kind}`)
      world.fail('reply', fault, { until: timeline.now() + dice.whole(minute, hour), times: dice.whole(1, 3) })
    })
    sometimes(0.5 * intensity, () => void world.fail('token', trouble(), { until: timeline.now() + 2 * minute }))
    sometimes(0.5 * intensity, () => {
      isDown = true
      stamp('network down')
      timeline.after(dice.whole(5000, 20 * minute), () => (isDown = false))
    })
    sometimes(1 * intensity, () => dieAndRestart(dice.chance(0.5)))
    sometimes(2 * intensity, () => {
      const here = program
      here?.killAfter(dice.whole(1, 60), () => {
        stamp('dies between two steps')
        if (program !== here) return
        program = undefined
        if (dice.chance(0.5)) disk.losePower()
        timeline.after(dice.whole(2000, 60_000), start)
      })
    })
    sometimes(1 * intensity, () => {
      const ms = dice.whole(1000, 40_000)
      stamp(`page freezes for ${ms}`)
      witness.frozen(ms)
      program?.page.freeze(ms)
    })
    sometimes(1 * intensity, () => {
      stamp('page crashes')
      program?.page.crash()
    })
    sometimes(0.5 * intensity, () => {
      const ms = dice.pick([3000, 20_000, 5 * minute, 40 * minute])
      stamp(`sleeps ${ms}`)
      program?.sleep(ms, dice.chance(0.5), dice.chance(0.8))
    })
    sometimes(0.5 * intensity, () => (wallError += dice.pick([-hour, hour, 10_000, -3 * minute])))
    sometimes(0.3 * intensity, () => {
      disk.full = true
      stamp('disk full')
      timeline.after(dice.whole(1000, 30 * minute), () => (disk.full = false))
    })
    sometimes(0.2 * intensity, () => {
      if (!disk.spoil('/data/journal/journal.json')) return
      stamp('journal spoilt')
      witness.journalSpoilt()
      dieAndRestart(false)
    })
    sometimes(3, () => {
      const some = plans[dice.whole(0, plans.length - 1)]
      if (some === undefined || some.event.repeats !== undefined || some.isTouched) return
      some.isTouched = true
      const what = dice.pick(['move', 'extend', 'shrink', 'cancel', 'far'])
      const { start, end } = some.event.span
      stamp(`organiser: ${what} ${some.event.uid}`)
      if (what === 'move') world.move(some.event, { from: start + 5 * minute, to: end + 5 * minute })
      else if (what === 'far') world.move(some.event, { from: start + 3 * hour, to: end + 3 * hour })
      else if (what === 'extend') world.extend(some.event, end + 15 * minute)
      else if (what === 'shrink') world.extend(some.event, start + (end - start) / 2)
      else world.cancel(some.event)
    })
  }
  sometimesTouch()

  function sometimesTouch(): void {
    for (let i = 0; i < 6 * days; i++)
      timeline.after(dice.whole(0, days * day), () => {
        program?.page.tap((panel) => void panel.touch())
        const picture = program?.page.picture()
        if (dice.chance(0.3) && picture?.occupancy.kind === 'inUse') {
          const { booking } = picture.occupancy
          if (booking.start > timeline.now()) return
          stamp(`taps end ${booking.id}`)
          witness.confirmedEnd()
          const gone = plans.find((one) => one.event.uid === booking.meeting && one.start === booking.start)
          if (gone) gone.isTouched = true
          program?.page.tap((panel) => void panel.endMeeting(booking.id))
        }
      })
  }

  start()
  let events = 0
  await timeline.runUntil(begin + days * day, () => (events += 1))
  program?.kill()

  // Reckoning
  const hit = (one: Plan): number | undefined =>
    world.replies.find(
      (reply) =>
        reply.effect?.event === one.event &&
        reply.body.includes('NOT_CHECK_IN') &&
        (reply.effect.hit === 'all' || reply.effect.hit === one.start),
    )?.at
  const violations = [...witness.violations]
  let noShows = 0
  for (const one of plans) {
    if (one.kind !== 'noShow' && one.kind !== 'sits' && one.kind !== 'late') continue
    noShows += 1
    const deadline = one.start + policy.grace
    const isDue =
      policy.mode === 'auto' && !policy.follower && !one.isTouched && !one.isCheckedIn &&
      (one.event.organizer.name !== 'Reception' || one.event.organizerInfo === '') && one.end - one.start < policy.exemptFrom &&
      deadline + 5000 < one.end && one.end < begin + days * day &&
      // what was booked with a neighbour at the same time can't be offered
      !plans.some((other) => other !== one && other.start < deadline + 5000 && one.start < other.end && other.start > one.start - 1 && other.start !== one.end)
    if (!isHealthy || !isDue) continue
    const at = hit(one)
    if (at === undefined) violations.push(`healthy: ghost ${one.event.uid}@${one.start} stays`)
    else if (at > deadline + 5000 || at < deadline) violations.push(`healthy: ${one.event.uid}@${one.start} released ${at - deadline} ms after the deadline`)
  }
  const calls = (['freebusy', 'reply', 'room', 'token'] as const).reduce((sum, name) => sum + world.callsTo(name), 0)
  if (calls > days * 1500) violations.push(`L9 ${calls} calls in ${days} days`)
  const text = (await disk.read('/data/journal/journal.json')) ?? '{}'
  const ghosts: Record<string, number> = {}
  for (const [, because = ''] of text.matchAll(/"because": "(\w+)"/g)) ghosts[because] = (ghosts[because] ?? 0) + 1
  return {
    seed,
    days,
    violations,
    meetings: plans.length,
    checkIns: witness.checkedIn.length,
    noShows,
    releases: world.replies.filter(({ effect, body }) => effect && body.includes('NOT_CHECK_IN')).length,
    ghosts,
    calls,
    events,
  }
}
