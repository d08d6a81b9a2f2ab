import { expect, test } from 'vitest'
import { createTouchMapping } from '../../../../../main/adapters/display/x11/touch-mapping.ts'
import type { Area } from '../../../../../shared/check-in/obstacle.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'

const tablet: Area = { x: 0, y: 0, width: 1280, height: 800 }
const wall: Area = { x: 0, y: 0, width: 3200, height: 1080 }
const untouched = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** xinput(1) as it talks, on a server with these devices. */
function aServer(devices: Record<number, readonly number[]>) {
  const matrices = new Map(Object.entries(devices))
  const log = createMemoryLog()
  let questions = 0
  const map = createTouchMapping({
    log,
    name: ':0',
    xinput: async (_display, [verb = '', device = '', , ...values]) => {
      questions += 1
      if (verb === 'set-prop') matrices.set(device, values.map(Number))
      const matrix = matrices.get(device)
      if (matrix === undefined) throw new Error(`unable to find device ${device}`)
      const told = matrix.map((value) => value.toFixed(6)).join(', ')
      return `Device 'fingers':\n\tDevice Enabled (136):\t1\n\tCoordinate Transformation Matrix (138):\t${told}\n`
    },
  })
  return { map, log, matrices, questions: () => questions }
}

const matrixOn = async (screen: Area, whole: Area): Promise<unknown> => {
  const { map, matrices } = aServer({ 9: untouched })
  await map({ touchDevices: [9], screen, whole })
  return matrices.get('9')
}

test('touches land on the screen of the page, wherever it is among the others', async () => {
  expect(await matrixOn(tablet, tablet)).toEqual(untouched)
  expect(await matrixOn(tablet, { ...tablet, width: 2560 })).toEqual([0.5, 0, 0, 0, 1, 0, 0, 0, 1])
  const right = { ...tablet, x: 1920, y: 280 }
  expect(await matrixOn(right, wall)).toEqual([0.4, 0, 0.6, 0, 800 / 1080, 280 / 1080, 0, 0, 1])
})

test('with one screen no question is asked, and once a second one is gone touches are as before', async () => {
  const { map, matrices, questions } = aServer({ 9: untouched })
  await map({ touchDevices: [9], screen: tablet, whole: tablet })
  expect(questions()).toBe(0)
  await map({ touchDevices: [9], screen: tablet, whole: wall })
  expect(matrices.get('9')).not.toEqual(untouched)
  const asked = questions()
  await map({ touchDevices: [9], screen: tablet, whole: wall })
  expect(questions()).toBe(asked)
  await map({ touchDevices: [9], screen: tablet, whole: tablet })
  expect(matrices.get('9')).toEqual(untouched)
})

test('a matrix that IT has set stays, and a device that has gone is logged once', async () => {
  const turned = [0, 1, 0, -1, 0, 1, 0, 0, 1]
  const { map, matrices, log } = aServer({ 9: turned, 10: untouched })
  await map({ touchDevices: [9, 10], screen: tablet, whole: wall })
  expect(matrices.get('9')).toEqual(turned)
  expect(matrices.get('10')).not.toEqual(untouched)
  await map({ touchDevices: [11], screen: tablet, whole: wall })
  await map({ touchDevices: [11], screen: tablet, whole: wall })
  expect(log.events()).toEqual(['touch.mapped', 'touch.not-mapped'])
})
