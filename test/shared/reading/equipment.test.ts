import { expect, test } from 'vitest'
import { equipmentIn } from '../../../shared/reading/equipment.ts'

test.each([
  [
    ['TV', 'Phone'],
    ['display', 'phone'],
  ],
  [
    ['电话', '电视', '白板'],
    ['display', 'phone', 'whiteboard'],
  ],
  [['視訊會議設備'], ['video']],
  [
    ['プロジェクター', 'ホワイトボード'],
    ['projector', 'whiteboard'],
  ],
  [
    ['Beamer', 'Telefon'],
    ['projector', 'phone'],
  ],
  [['Screen 1', 'Screen 2'], ['display']],
  [['Coffee machine'], []],
  [[], []],
])('of %j shows %j', (devices, shown) => {
  expect(equipmentIn(devices)).toEqual(shown)
})
