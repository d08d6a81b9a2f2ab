import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attempts } from './e2e/lock/escapes/attempts.ts'

const root = join(import.meta.dirname, '..')
const list = readFileSync(join(root, 'docs/lock.md'), 'utf8')

/** The cells of each row in the tables of ways out. */
const waysOut = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n\n')
    .filter((paragraph) => paragraph.startsWith('| Way out |'))
    .flatMap((table) => table.trim().split('\n').slice(2))
    .map((row) => row.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')))

const [tried = '', outOfReach = ''] = list.split("## What a program can't stop")

test('docs/lock.md lists what the story tries, in the same order', () => {
  const names = attempts.map(({ name }) => name)
  expect(waysOut(tried).map(([name]) => name)).toEqual(names)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(40)
})

test.for(waysOut(outOfReach))('against “%s” the Debian package has a setting', ([, stops = '']) => {
  const [, setting = '', file = ''] = /^(?:`([^`]+)` in )?`([^`]+)`/.exec(stops) ?? []
  const lines = readFileSync(join(root, 'build/debian/root', file), 'utf8').split('\n')
  expect(lines.filter((line) => line.includes(setting) && !line.startsWith('#'))).not.toEqual([])
})

/** Links, fields and what shows another document: https://html.spec.whatwg.org/multipage/indices.html#elements-3 */
const ofBrowsers =
  /<(a|area|audio|datalist|dialog|embed|form|iframe|input|object|select|summary|textarea|video)[\s/>]|\btitle=/

test('the page has no element for which Chromium opens a window of its own, and no tooltip', () => {
  const files = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  const screens = files.filter((file) => file.endsWith('.tsx'))
  expect(screens).not.toEqual([])
  expect(
    screens.filter((file) => ofBrowsers.test(readFileSync(join(root, 'renderer', file), 'utf8'))),
  ).toEqual([])
})
