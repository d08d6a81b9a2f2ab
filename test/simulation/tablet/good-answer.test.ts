import { expect, test } from 'vitest'
import {
  answerLost,
  bodyCut,
  emptyAnswer,
  type Fault,
  garbage,
  gatewayPage,
  refusal,
  silence,
  slow,
  tooManyCalls,
} from '../../../simulator/faults/fault.ts'
import { createWorld } from '../../../simulator/world.ts'
import { isGood } from './good-answer.ts'

const faults: readonly { name: string; fault: Fault | undefined; good: boolean }[] = [
  { name: 'no fault', fault: undefined, good: true },
  { name: 'a slow answer', fault: slow(500), good: true },
  { name: 'half of a body with HTTP 200', fault: garbage({ carriedOut: true }), good: false },
  { name: 'an empty body with HTTP 200', fault: emptyAnswer({ carriedOut: true }), good: false },
  { name: 'a refusal with HTTP 200', fault: refusal(190_004), good: false },
  { name: 'a refusal with HTTP 500', fault: refusal(190_004, 'trouble', 500), good: false },
  { name: 'too many calls', fault: tooManyCalls(), good: false },
  { name: 'a page of the gateway', fault: gatewayPage(502), good: false },
  { name: 'a body that breaks off', fault: bodyCut(), good: false },
  { name: 'a lost answer', fault: answerLost(), good: false },
  { name: 'silence', fault: silence(), good: false },
]

test.each(faults)('$name is good: $good', ({ fault, good }) => {
  const world = createWorld({ now: () => 0, random: () => 0 })
  const app = world.addApp({ id: 'cli_0', secret: 'secret' })
  if (fault !== undefined) world.fail('token', fault, {})
  const url = 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal'
  const body = JSON.stringify({ app_id: app.id, app_secret: 'secret' })
  expect(isGood(world.answer({ method: 'POST', url, headers: {}, body }))).toBe(good)
})
