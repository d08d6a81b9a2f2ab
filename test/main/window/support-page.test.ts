import { expect, test } from 'vitest'
import {
  supportCodeOf,
  supportCodes,
  supportPage,
  supportPath,
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
  expect(locales.filter((locale) => !spoken.some((lang) => locale.startsWith(lang)))).toEqual([])
  expect(page).toContain('data-occupancy="unknown"')
  expect(page).not.toMatch(/<script|style=|onload|http/)
  expect([...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([supportStylePath])
})

test('a name that is no name stays text', () => {
  expect(supportPage('pageCrashes', { name: '<script>&', code: '' })).toContain('&lt;script&gt;&amp;')
})

test.each(['/', '/support/', '/support/constructor', '/support/style.css', '/support/pageCrashes/'])(
  'nothing is said at %s',
  (path) => expect(supportCodeOf(path)).toBeUndefined(),
)
