import { expect, test } from 'vitest'
import { createLastAnswers } from '../../../../../engine/calendars/feishu/calls/last-answers.ts'
import type { HttpAnswer } from '../../../../../engine/ports.ts'
import { createVirtualClock, mondayAfternoon } from '../../../../support/virtual-clock.ts'

const request = (path: string) => ({
  method: 'GET' as const,
  url: `https://open.feishu.cn/open-apis${path}`,
  headers: { Authorization: 'Bearer t-secret' },
  onGivenUp: () => undefined,
})

const answer = (text: string, logId?: string): HttpAnswer => ({
  status: 200,
  header: (name) => (name === 'x-tt-logid' ? logId : undefined),
  text,
})

function remembering(...answers: readonly HttpAnswer[]) {
  const waiting = [...answers]
  const last = createLastAnswers(createVirtualClock())
  const http = last.of(async () => waiting.shift() ?? Promise.reject(new Error('the line broke')))
  return { last, http }
}

test('remembers path, code and log id, and neither query nor token', async () => {
  const { last, http } = remembering(
    answer('{"code":0,"tenant_access_token":"t-secret"}', '2026A'),
    answer('{"code":99991672,"error":{"log_id":"2026B"}}', '2026C'),
    answer('<html>Sign in to the Wi-Fi</html>'),
  )
  await http(request('/auth/v3/tenant_access_token/internal'))
  await http(request('/meeting_room/freebusy/batch_get?room_ids=omm_1'))
  await http(request('/vc/v1/rooms/omm_1'))
  expect(last.list()).toEqual([
    { at: mondayAfternoon, path: '/open-apis/vc/v1/rooms/omm_1' },
    {
      at: mondayAfternoon,
      path: '/open-apis/meeting_room/freebusy/batch_get',
      code: 99991672,
      logId: '2026B',
    },
    {
      at: mondayAfternoon,
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      code: 0,
      logId: '2026A',
    },
  ])
})

test('keeps ten, and hands on what the line says', async () => {
  const { last, http } = remembering(...Array.from({ length: 12 }, () => answer('{"code":0}')))
  for (let call = 0; call < 12; call++) {
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    await http(request(`/call-${call}`))
  }
  expect(last.list()).toHaveLength(10)
  expect(last.list()[0]?.path).toBe('/open-apis/call-11')
  await expect(http(request('/call-12'))).rejects.toThrow('the line broke')
  expect(last.list()[0]?.path).toBe('/open-apis/call-11')
})
