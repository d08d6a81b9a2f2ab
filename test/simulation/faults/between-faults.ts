import type { HttpRequest } from '../../../engine/ports.ts'
import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'
import type { SimAnswer, SimOutcome } from '../../../simulator/http.ts'
import { note, type Office, someDoor } from '../people/office.ts'
import type { Meddler } from '../tablet/between.ts'
import { isGood } from '../tablet/good-answer.ts'
import { foreignPages } from './foreign-pages.ts'
import { withOddItem } from './odd-items.ts'

type Whole = Extract<SimOutcome, { kind: 'answer' }>

const isReading = ({ url }: HttpRequest): boolean => url.includes('/freebusy/')
const isReply = ({ url }: HttpRequest): boolean => url.endsWith('/instance/reply')

const changed = (sent: Whole, answer: Partial<SimAnswer>): Whole => ({
  ...sent,
  answer: { ...sent.answer, ...answer },
})

/** Orders a meddler at the door for some time, and tells of it. */
function meddle(office: Office, what: string, lasts: number, meddler: Meddler): void {
  const { tell, tally, time } = office
  const { tablet } = someDoor(office)
  tell(() => `${what}, for ${lasts / 1000} s, between ${tablet.name} and the platform`)
  note(tally, what)
  time.after(lasts, tablet.between.order(meddler))
}

/** Another server answers with HTTP 200, and with its own time: a captive portal, a proxy that blocks. */
export function answerForeign(office: Office): void {
  const { dice, time } = office
  const body = dice.pick(foreignPages)
  const wrongBy = dice.pick([0, 0, days(10), -days(3), minutes(20)])
  const lasts = dice.pick([seconds(30), minutes(5), hours(1), hours(8)])
  meddle(office, 'foreign answers with HTTP 200', lasts, {
    instead: () => ({
      kind: 'answer',
      delay: 0,
      answer: {
        status: 200,
        headers: { 'content-type': 'text/html', date: new Date(time.now() + wrongBy).toUTCString() },
        body,
      },
    }),
  })
}

/**
 * One reading in the middle of the day is empty, though it came whole and in time. The panel asks twice
 * before it believes that people are gone; two such readings can't be distinguished from the truth.
 */
export function answerEmpty(office: Office): void {
  const { everything, time } = office
  if (time.now() < everything.emptyUntil) return
  everything.emptyUntil = time.now() + minutes(10)
  let isOver = false
  meddle(office, 'a reading that is empty for once', minutes(10), {
    alter(request, sent) {
      if (isOver || !isReading(request) || !isGood(sent) || !sent.answer.body.includes('"uid"'))
        return undefined
      isOver = true
      const body = sent.answer.body.replace(
        /"free_busy":\{.*\},"error_room_ids"/,
        '"free_busy":{},"error_room_ids"',
      )
      return { outcome: changed(sent, { body }), isHeard: true, isGenuine: false, isBelievable: true }
    },
  })
}

/** A cache gives what it kept: it says so by `Age`, or by a `Date` of then. */
export function answerFromCache(office: Office): void {
  const { dice, time } = office
  const kept = new Map<string, { readonly at: number; readonly answer: SimAnswer }>()
  const saysAge = dice.chance(0.7)
  const saysDate = !saysAge || dice.chance(0.5)
  meddle(office, 'answers out of a cache', dice.pick([minutes(3), minutes(20), hours(2)]), {
    alter(request, sent) {
      if (!isReading(request) || !isGood(sent)) return undefined
      const now = time.now()
      const known = kept.get(request.url)
      if (known === undefined) kept.set(request.url, { at: now, answer: sent.answer })
      const age = now - (known?.at ?? now)
      if (known === undefined || age < minutes(1)) return undefined
      const headers = {
        ...known.answer.headers,
        ...(saysAge && { age: String(Math.floor(age / 1000)) }),
        ...(!saysDate && sent.answer.headers['date'] !== undefined && { date: sent.answer.headers['date'] }),
      }
      return { outcome: changed(sent, { ...known.answer, headers }), isHeard: true, isGenuine: false }
    },
  })
}

const wrongDates = [
  () => new Date(0).toUTCString(),
  () => new Date('2027-11-11T11:11:11Z').toUTCString(),
  () => 'Fri, 31 Dec 9999 23:59:59 GMT',
  (now: number) => new Date(now + days(10)).toUTCString(),
  (now: number) => new Date(now - days(2)).toUTCString(),
  (now: number) => new Date(now + minutes(10)).toUTCString(),
  (now: number) => new Date(now - minutes(45)).toUTCString(),
] as const

/** One answer, or each one in so many, has a `Date` that is far off. */
export function datesWrong(office: Office): void {
  const { dice, time } = office
  const probability = dice.pick([1, 0.2])
  let left = probability === 1 ? 1 : Infinity
  meddle(office, 'answers with a wrong Date', dice.pick([minutes(10), hours(1)]), {
    alter(_request, sent) {
      if (sent.kind !== 'answer' || left === 0 || !dice.chance(probability)) return undefined
      left--
      const headers = { ...sent.answer.headers, date: dice.pick(wrongDates)(time.now()) }
      return { outcome: changed(sent, { headers }), isHeard: true, isGenuine: false }
    },
  })
}

/** So many answers in a row have a `Date` that is `ahead` ms ahead of the true time: law 2d allows some of it. */
export function datesAhead(office: Office, ahead: number, answers: number): void {
  const { time } = office
  const isAllowed = Math.abs(ahead) <= seconds(30)
  let left = answers
  meddle(office, isAllowed ? 'answers of a fast server' : 'wrong Dates in a row', minutes(10), {
    alter(_request, sent) {
      if (sent.kind !== 'answer' || left === 0) return undefined
      left--
      const headers = { ...sent.answer.headers, date: new Date(time.now() + ahead).toUTCString() }
      return { outcome: changed(sent, { headers }), isHeard: true, isGenuine: isAllowed }
    },
  })
}

/** Answers have no date, or an unreadable one. */
export function datesMissing(office: Office): void {
  const { dice } = office
  const date = dice.pick([undefined, 'yesterday'])
  meddle(office, 'answers without a Date', dice.pick([minutes(2), minutes(30), hours(4)]), {
    alter(_request, sent) {
      if (sent.kind !== 'answer') return undefined
      const { date: _, ...others } = sent.answer.headers
      const headers = date === undefined ? others : { ...others, date }
      return { outcome: changed(sent, { headers }), isHeard: true, isGenuine: true }
    },
  })
}

/** A reply is carried out, and answered with a code that no page of the platform has. */
export function answerUnknown(office: Office): void {
  const { dice } = office
  const status = dice.pick([200, 400, 500])
  const code = dice.pick([1_061_004, 190_002, 42])
  meddle(office, 'an unknown code after a reply was carried out', minutes(30), {
    alter(request, sent) {
      if (!isReply(request) || !isGood(sent)) return undefined
      const outcome = changed(sent, { status, body: JSON.stringify({ code, msg: 'internal' }) })
      return { outcome, isHeard: true, isGenuine: false }
    },
  })
}

/** Each reading has an item in it that no calendar should have. */
export function answerOdd(office: Office): void {
  const { dice, time, room } = office
  const odd = dice.next()
  meddle(office, 'odd items in the answers', dice.pick([minutes(5), hours(3)]), {
    alter(request, sent) {
      if (!isReading(request) || !isGood(sent)) return undefined
      const { body, isPlaced } = withOddItem(sent.answer.body, room.id, odd, time.now())
      return { outcome: changed(sent, { body }), isHeard: true, isGenuine: true, isPlaced }
    },
  })
}
