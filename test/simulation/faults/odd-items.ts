import { days, hours } from '../../../shared/time/time.ts'

/** Puts an item into a reading that no calendar should have, but some answers had. `which`: 0 ≤ n < 1. */
export function withOddItem(body: string, roomId: string, which: number, now: number) {
  const odd = oddItems[Math.floor(which * oddItems.length)]?.(now) ?? ''
  const list = `"${roomId}":[`
  return {
    /** Whether its time can be read. */
    isPlaced: /T\d\d:/.test(odd),
    body: body.includes(list)
      ? body.replace(list, `${list}${odd},`)
      : body.replace('"free_busy":{', `"free_busy":{${list}${odd}]`),
  }
}

const printed = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`

const item = (uid: string, from: string, to: string, originalTime: unknown = 0): string =>
  `{"start_time":"${from}","end_time":"${to}","uid":${JSON.stringify(uid)},"original_time":${JSON.stringify(originalTime)}}`

/** None of them says that the room is taken now. */
const oddItems: readonly ((now: number) => string)[] = [
  (now) => item('no-length', printed(now + hours(2)), printed(now + hours(2))),
  (now) => item('backwards', printed(now + hours(3)), printed(now + hours(2))),
  (now) => item('u'.repeat(151), printed(now + hours(30)), printed(now + hours(31))),
  (now) => item('long-over', '1969-07-20T20:17:40Z', printed(now - days(1))),
  (now) => item('long-over', '1969-07-20T20:17:40Z', '1969-07-21T20:17:40Z', now > 0 ? -14_182_940 : 0),
  (now) => item('', printed(now + hours(30)), printed(now + hours(31))),
  (now) => item('odd-number', printed(now + hours(30)), printed(now + hours(31)), 1e300),
  (now) => item('half', printed(now + hours(30)), printed(now + hours(31)), 0.5),
  () => item('no-time', 'tomorrow', 'the day after'),
  () => '{}',
]
