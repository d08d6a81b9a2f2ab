import { expect, test } from 'vitest'
import { isAllowedKey } from '../../../main/window/allowed-keys.ts'

const none = { control: false, alt: false, meta: false, shift: false }

test.for([
  'Tab',
  'Enter',
  ' ',
  'Escape',
  'Backspace',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  '0',
  '9',
])('a keyboard’s %s comes to the page, alone', (key) => {
  expect(isAllowedKey({ ...none, key })).toBe(true)
  expect(isAllowedKey({ ...none, key, control: true })).toBe(false)
  expect(isAllowedKey({ ...none, key, alt: true })).toBe(false)
  expect(isAllowedKey({ ...none, key, meta: true })).toBe(false)
})

test('Shift is allowed only with Tab', () => {
  expect(isAllowedKey({ ...none, key: 'Tab', shift: true })).toBe(true)
  expect(isAllowedKey({ ...none, key: 'Enter', shift: true })).toBe(false)
})

test.for([
  'a',
  'F5',
  'F12',
  'Delete',
  'PageDown',
  'Home',
  'ContextMenu',
  'Control',
  'Alt',
  'BrowserBack',
  'Dead',
  'Process',
  'Unidentified',
  '',
  '10',
])('%s doesn’t come to the page', (key) => {
  expect(isAllowedKey({ ...none, key })).toBe(false)
})
