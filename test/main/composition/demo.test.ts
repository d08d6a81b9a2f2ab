import { expect, test } from 'vitest'
import { createDemo } from '../../../main/composition/demo.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

test('the demo goes over to another room, and keeps that in memory', async () => {
  const { readConfiguration, place } = createDemo(createVirtualClock(), 'en-US')
  const first = await readConfiguration()
  if (!first.ok) return expect.fail('no configuration')
  const next = { ...first.value, room: { id: 'omm_another' } }
  const staged = await place.stage(next)
  expect(await readConfiguration()).toEqual(first)
  if (staged.ok) await staged.value.commit()
  expect(await readConfiguration()).toEqual({ ok: true, value: next })
})
