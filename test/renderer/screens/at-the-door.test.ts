// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { seconds } from '../../../shared/time/time.ts'
import { aSnapshot, awaiting, inUse } from '../snapshots.ts'
import { stage } from '../stage.ts'

const { appearance } = inUse()
const atNight = (isDimmed = true) => aSnapshot({ kind: 'free' }, { appearance: { ...appearance, isDimmed } })

test('shows behind the globe the languages that IT lists, and speaks one for 30 s', async () => {
  const { press, advance, find, root, marked } = await stage(
    inUse({ locale: 'zh-CN', locales: ['en-US', 'fr-FR'] }),
  )
  expect(marked('language')?.getAttribute('aria-label')).toBe('语言')
  expect(find('.languages')).toBeNull()
  await press('language')
  const names = [...document.querySelectorAll('.languages button')].map(({ textContent }) => textContent)
  expect(names).toEqual(['简体中文', 'English', 'Français'])
  await press('language-fr-FR')
  expect(find('.languages')).toBeNull()
  expect(find('h1')?.textContent).toBe('Occupée')
  expect(root.lang).toBe('fr-FR')
  await advance(seconds(29))
  expect(find('h1')?.textContent).toBe('Occupée')
  await advance(seconds(1))
  expect(find('h1')?.textContent).toBe('使用中')
  expect(root.lang).toBe('zh-CN')
})

test('takes the languages away again after 10 s, or by the globe', async () => {
  const { press, advance, find } = await stage(inUse())
  await press('language')
  await advance(seconds(10))
  expect(find('.languages')).toBeNull()
  await press('language')
  await press('language')
  expect(find('.languages')).toBeNull()
})

test('a single other language is one tap away', async () => {
  const { press, find, marked } = await stage(inUse({ locale: 'zh-CN', locales: ['zh-CN', 'en-US'] }))
  expect(marked('language')?.textContent).toBe('English')
  await press('language')
  expect(find('h1')?.textContent).toBe('In use')
  expect(marked('language')?.textContent).toBe('简体中文')
})

test('a door whose IT lists no other language has no globe', async () => {
  const { marked } = await stage(inUse({ locales: ['en-US'] }))
  expect(marked('language')).toBeNull()
})

test('keeps a visitor’s language while the visitor is still there', async () => {
  const { press, touch, advance, find } = await stage(inUse({ locale: 'zh-CN', locales: ['en-US'] }))
  await press('language')
  await advance(seconds(20))
  await touch()
  await advance(seconds(20))
  expect(find('h1')?.textContent).toBe('In use')
  await press('language')
  expect(find('h1')?.textContent).toBe('使用中')
})

test('a tap on a dimmed screen only wakes it, for 30 s', async () => {
  const { press, advance, marked, root, main } = await stage(atNight())
  expect(root.dataset['dimmed']).toBe('true')
  await press('wake')
  expect(root.dataset['dimmed']).toBe('false')
  expect(marked('wake')).toBeNull()
  expect(main.askedFor('endMeeting')).toEqual([])
  await advance(seconds(30))
  expect(root.dataset['dimmed']).toBe('true')
})

test('a screen that is awake stays so while it is touched', async () => {
  const { press, touch, advance, root } = await stage(atNight())
  await press('wake')
  await advance(seconds(20))
  await touch()
  await advance(seconds(20))
  expect(root.dataset['dimmed']).toBe('false')
})

test('a dimmed screen is lit by what happens in the room', async () => {
  const { push, root, marked } = await stage(atNight())
  await push({ ...inUse(), revision: 2 })
  expect(root.dataset['dimmed']).toBe('false')
  expect(marked('wake')).toBeNull()
})

test('wears IT’s theme and colours, but not at night', async () => {
  const own = { ...appearance, theme: 'light', colors: { free: '#ffe08a' } } as const
  const { root, push } = await stage(aSnapshot({ kind: 'free' }, { appearance: own }))
  const slab = () => root.style.getPropertyValue('--own-slab')
  expect(root.dataset).toMatchObject({ theme: 'light', branded: 'light' })
  expect(slab()).toBe('#ffe08a')
  expect(root.style.getPropertyValue('--own-ink')).toBe('#000000')
  await push(aSnapshot({ kind: 'free' }, { revision: 2, appearance: { ...own, isDimmed: true } }))
  expect(slab()).toBe('')
  expect(root.dataset['branded']).toBe('')
  await push({ ...inUse({ appearance: own }), revision: 3 })
  expect(slab()).toBe('')
})

test('shows a logo and a picture only where IT has them', async () => {
  const own = { ...appearance, hasLogo: true, hasBackground: true }
  const { find, push } = await stage(inUse())
  expect([find('.logo'), find('.background')]).toEqual([null, null])
  await push(inUse({ revision: 2, appearance: own }))
  expect(find('.logo')?.getAttribute('src')).toBe('/brand/logo')
  expect(find('.background')).not.toBeNull()
})

test('the keyboard goes from the corner to the foot, and every control says what it does', async () => {
  const controls = () =>
    [...document.querySelectorAll('button')].map(
      (button) => button.getAttribute('aria-label') ?? button.textContent,
    )
  const { push } = await stage(awaiting())
  expect(controls()).toEqual(['Languages', 'For administrators', 'End meeting', 'Check in'])
  await push({ ...atNight(), revision: 2 })
  expect(controls()).toEqual(['Tap to wake the screen', 'Languages', 'For administrators'])
})
