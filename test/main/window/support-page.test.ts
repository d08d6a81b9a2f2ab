import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../../build/project.mjs'
import {
  supportCodeOf,
  supportCodes,
  supportPage,
  supportFont,
  supportPath,
  supportStyle,
  supportStylePath,
} from '../../../main/window/support-page.ts'
import { locales } from '../../../shared/languages/locales.ts'

const tablet = { name: 'door-7', code: 'K7M2QX' }

test.each(supportCodes)(
  '%s has a page at a path of its own, which says it, and which tablet it is',
  (code) => {
    expect(supportCodeOf(supportPath(code))).toBe(code)
    const page = supportPage(code, tablet)
    for (const part of [code, 'door-7', 'K7M2QX']) expect(page).toContain(`<span>${part}</span>`)
  },
)

test('the support page has all of the panel’s languages, claims no state of the room, and needs no script', () => {
  const page = supportPage('pageCrashes', tablet)
  const spoken = [...page.matchAll(/<section lang="([^"]+)">/g)].map(([, lang = '']) => lang)
  expect(spoken).toEqual(locales)
  expect(page).not.toContain('<h1></h1>')
  expect(page).toContain('data-occupancy="unknown"')
  expect(page).not.toMatch(/<script|style=|onload|http/)
  expect([...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([supportStylePath])
})

test('it has the typeface that the page has', () => {
  const font = supportFont.replace('/assets/', '')
  const face = readFileSync(inProject('renderer', 'style', 'fonts.css'), 'utf8')
  expect(face).toContain(`/${font}`)
  expect(supportStyle).toContain(`url('${supportFont}')`)
})

test('a name that is no name stays text', () => {
  expect(supportPage('pageCrashes', { name: '<script>&', code: '' })).toContain('&lt;script&gt;&amp;')
})

test.each(['/', '/support/', '/support/constructor', '/support/style.css', '/support/pageCrashes/'])(
  'nothing is said at %s',
  (path) => expect(supportCodeOf(path)).toBeUndefined(),
)
