import { expect, test } from 'vitest'
import { createScene, gatewayPage, type Step, tokenRejected } from '../scripted-feishu.ts'

const aPage = (rooms: readonly object[], more?: { readonly token?: string }): Step => ({
  json: {
    code: 0,
    data: { rooms, ...(more ? { has_more: true, page_token: more.token } : { has_more: false }) },
  },
})
const oak = { room_id: 'omm_oak', name: ' Oak ', capacity: 6, path: ['omb_tower', 'omb_f2'] }
const birch = { room_id: 'omm_birch', name: 'Birch', path: ['omb_tower'] }
const bare = { room_id: 'omm_bare' }
const names: Step = {
  json: {
    code: 0,
    data: {
      items: [
        { room_level_id: 'omb_f2', name: 'F2' },
        { room_level_id: 'omb_tower', name: 'North Tower' },
      ],
    },
  },
}
const noScope: Step = {
  status: 400,
  json: {
    code: 99991672,
    error: { permission_violations: [{ subject: 'vc:room:readonly' }, { subject: 'vc:room' }] },
  },
}

function aStory() {
  const scene = createScene()
  const listed = () => scene.outcomeOf(scene.calendar.readRooms())
  const queries = () => scene.feishu.callsTo('rooms').map(({ url }) => new URL(url).searchParams)
  return { ...scene, listed, queries }
}

test('rooms come page by page, with the names of all their levels', async () => {
  const { feishu, listed, queries } = aStory()
  feishu.next('rooms', aPage([oak], { token: '100' }), aPage([birch, bare]))
  feishu.always('levels', names)
  expect(await listed()).toEqual({
    ok: true,
    value: [
      { id: 'omm_oak', name: 'Oak', capacity: 6, place: ['North Tower', 'F2'] },
      { id: 'omm_birch', name: 'Birch', place: ['North Tower'] },
      { id: 'omm_bare', place: [] },
    ],
  })
  expect(queries().map((query) => [query.get('page_size'), query.get('page_token')])).toEqual([
    ['100', null],
    ['100', '100'],
  ])
  expect(feishu.callsTo('levels')).toHaveLength(1)
})

test('levels are named twenty at a time', async () => {
  const { feishu, listed } = aStory()
  const path = Array.from({ length: 45 }, (_, index) => `omb_${index}`)
  feishu.always('rooms', aPage([{ ...oak, path }]))
  await listed()
  const asked = feishu.callsTo('levels').map(({ body = '' }) => body.match(/omb_/g)?.length)
  expect(asked).toEqual([20, 20, 5])
})

test('rooms whose levels can’t be named are listed all the same', async () => {
  const { feishu, listed } = aStory()
  feishu.always('rooms', aPage([oak]))
  feishu.always('levels', gatewayPage)
  expect(await listed()).toMatchObject({ value: [{ name: 'Oak', place: [] }] })
})

test('a room that moved to the next page while it was read is one room', async () => {
  const { feishu, listed } = aStory()
  feishu.next('rooms', aPage([oak, birch], { token: '2' }), aPage([birch]))
  expect(await listed()).toMatchObject({ value: [{ id: 'omm_oak' }, { id: 'omm_birch' }] })
})

test.each<readonly [string, readonly Step[], object, number]>([
  ['no scope', [noScope], { code: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] }, 1],
  ['no right', [{ status: 404, json: { code: 121005 } }], { code: 'roomUnreadable' }, 1],
  ['too many calls', [{ status: 429, json: { code: 99991400 } }], { code: 'rateLimited' }, 1],
  ['a spent month', [{ status: 429, json: { code: 99991403 } }], { code: 'quotaSpent' }, 1],
  ['a second page that fails', [aPage([oak], { token: '1' }), noScope], { code: 'scopeMissing' }, 2],
  ['a page without its next', [aPage([oak], {})], { code: 'unexpected' }, 1],
  [
    'a page that is its own next',
    [aPage([oak], { token: '1' }), aPage([oak], { token: '1' })],
    { code: 'unexpected' },
    2,
  ],
  ['a list of another shape', [{ json: { code: 0, data: { rooms: 'none' } } }], { code: 'unexpected' }, 1],
  ['a gateway’s page', [gatewayPage, gatewayPage, gatewayPage], { code: 'unreachable' }, 3],
  ['a token that is never good', [tokenRejected, tokenRejected], { code: 'credentialsRejected' }, 2],
])('with %s there is no list, and not half of one', async (_what, steps, problem, calls) => {
  const { feishu, listed } = aStory()
  feishu.next('rooms', ...steps)
  expect(await listed()).toMatchObject({ ok: false, error: problem })
  expect(feishu.callsTo('rooms')).toHaveLength(calls)
})

test('a list that goes on and on ends', async () => {
  const { feishu, listed } = aStory()
  feishu.next('rooms', ...Array.from({ length: 200 }, (_, page) => aPage([oak], { token: String(page) })))
  expect(await listed()).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(feishu.callsTo('rooms')).toHaveLength(100)
})
