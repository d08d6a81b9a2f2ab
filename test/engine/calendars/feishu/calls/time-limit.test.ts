import { expect, test } from 'vitest'
import { withTimeLimit } from '../../../../../engine/calendars/feishu/calls/time-limit.ts'
import type { HttpRequest } from '../../../../../engine/ports.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'

type OnGivenUp = HttpRequest['onGivenUp']

/** Work that is done when the test says so, and tells with what it was given up. */
function aWork() {
  const clock = createVirtualClock()
  const causes: Error[] = []
  let onGivenUp: OnGivenUp = () => undefined
  let answer: (text: string) => void = () => undefined
  const result = withTimeLimit(clock, 1000, (tell) => {
    onGivenUp = tell
    onGivenUp((cause) => void causes.push(cause))
    return new Promise<string>((resolve) => (answer = resolve))
  }).catch((cause: unknown) => cause)
  return { clock, causes, result, answer: (text: string) => answer(text), onGivenUp: () => onGivenUp }
}

test('settles as the work does, which then is given up no more', async () => {
  const { clock, causes, result, answer } = aWork()
  answer('there')
  expect(await result).toBe('there')
  await clock.advance(5000)
  expect(causes).toEqual([])
  expect(clock.pending()).toBe(0)
})

test('rejects at its limit, and gives the work up once, for the same cause', async () => {
  const { clock, causes, result, answer } = aWork()
  await clock.advance(1000)
  answer('too late')
  expect(await result).toMatchObject({ name: 'TimeoutError', message: 'No answer within 1000 ms' })
  expect(causes).toEqual([await result])
})

test('a listener that comes after the limit is told at once', async () => {
  const { clock, result, onGivenUp } = aWork()
  await clock.advance(1000)
  const late: Error[] = []
  onGivenUp()((cause) => void late.push(cause))
  expect(late).toEqual([await result])
})
