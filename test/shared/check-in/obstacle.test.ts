import { expect, test } from 'vitest'
import {
  type Area,
  type DisplayState,
  type Obstacle,
  obstacleIn,
  screenUnder,
} from '../../../shared/check-in/obstacle.ts'

const glass = { x: 0, y: 0, width: 1280, height: 800 }
const beside = { ...glass, x: 1280 }
/** A kiosk on a tablet: its window is a row larger than the glass. */
const tablet: DisplayState = {
  window: { ...glass, height: 801 },
  above: [],
  lit: [glass],
  touchScreens: 1,
  otherPointers: 0,
}

test.each<[name: string, state: Partial<DisplayState>, seen: number, obstacle: Obstacle | undefined]>([
  ['a tablet as it should be', {}, 1, undefined],
  ['a demo with a mouse', { touchScreens: 0, otherPointers: 1 }, 0, undefined],
  ['another window on the same pixel', { above: [{ x: 1279, y: 799, width: 1, height: 1 }] }, 1, 'covered'],
  ['another window beside it', { above: [beside] }, 1, undefined],
  ['an empty window over it', { above: [{ ...glass, width: 0 }] }, 1, undefined],
  ['no output on', { lit: [] }, 1, 'dark'],
  ['only another output on', { lit: [beside] }, 1, 'dark'],
  ['a second output on as well', { lit: [glass, beside] }, 1, undefined],
  ['an output on that shows a part of it', { lit: [{ ...glass, width: 640 }] }, 1, 'dark'],
  ['a wall of two displays', { window: { ...glass, width: 2560 }, lit: [glass, beside] }, 1, undefined],
  ['the touch screen gone', { touchScreens: 0 }, 1, 'noTouch'],
  ['the touch screen gone, a mouse there', { touchScreens: 0, otherPointers: 1 }, 1, 'noTouch'],
  ['one of two touch screens gone', { touchScreens: 1, otherPointers: 1 }, 2, 'noTouch'],
  ['nothing to point with, ever', { touchScreens: 0 }, 0, 'noTouch'],
  ['everything at once', { above: [glass], lit: [], touchScreens: 0 }, 1, 'dark'],
])('%s', (_name, state, seen, obstacle) => {
  expect(obstacleIn({ ...tablet, ...state }, seen)).toBe(obstacle)
})

test('a window that is not there', () => {
  const { window: _, ...without } = tablet
  expect(obstacleIn(without, 1)).toBe('unmapped')
})

test.each<[name: string, state: Partial<DisplayState>, screen: Area | undefined]>([
  ['the only one', {}, glass],
  ['the right one of two', { window: { ...beside, height: 801 }, lit: [glass, beside] }, beside],
  ['none, where it lies on several', { window: { ...glass, width: 2560 }, lit: [glass, beside] }, undefined],
  ['none, where all are asleep', { lit: [] }, undefined],
])('the page is on %s', (_name, state, screen) => {
  expect(screenUnder({ ...tablet, ...state })).toEqual(screen)
})
