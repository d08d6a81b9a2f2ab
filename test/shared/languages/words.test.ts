import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../../build/project.mjs'
import { code, pieces } from '../../../shared/languages/message.ts'
import { locales } from '../../../shared/languages/locales.ts'
import { wordsOf } from '../../renderer/words-of.ts'

interface Message {
  readonly key: string
  readonly text: string
  /** What was handed to it and has to appear. */
  readonly values: readonly string[]
}

/** The messages that are handed a number; all others are handed text. */
const counting = [
  'seats',
  'setUp.moreFaults',
  'admin.rooms.count',
  'reserve.find.floorsUp',
  'reserve.find.floorsDown',
]

function messagesIn(words: object, above = ''): readonly Message[] {
  return Object.entries(words).flatMap(([name, entry]: [string, unknown]) => {
    const key = `${above}${name}`
    // How a language writes is no sentence.
    if (key === 'writing') return []
    if (typeof entry === 'string') return [{ key, text: entry, values: [] }]
    if (typeof entry === 'function') return [spoken(key, entry)]
    return typeof entry === 'object' && entry !== null ? messagesIn(entry, `${key}.`) : []
  })
}

function spoken(key: string, message: Function): Message {
  const values = counting.includes(key) ? ['7'] : ['«first»', '«second»'].slice(0, message.length)
  const handed = counting.includes(key) ? [7] : values
  return { key, text: String(Reflect.apply(message, undefined, handed)), values }
}

const folder = inProject('shared', 'languages')
const keys = messagesIn(wordsOf('en-US')).map(({ key }) => key)

test('the list of languages names each folder: `npm run languages` writes it', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(locales)
})

test.each(locales)('%s has the files that every language has', (locale) => {
  expect(readdirSync(`${folder}/${locale}`).toSorted()).toEqual(readdirSync(`${folder}/en-US`).toSorted())
})

test.each(locales)('%s has a sentence for every key, and for no other', (locale) => {
  const messages = messagesIn(wordsOf(locale))
  expect(messages.map(({ key }) => key)).toEqual(keys)
  expect(messages.filter(({ text }) => text.trim() === '')).toEqual([])
})

test.each(locales)('%s says every value that is handed to a message', (locale) => {
  const withValues = messagesIn(wordsOf(locale)).filter(({ values }) => values.length > 0)
  expect(withValues.length).toBeGreaterThan(15)
  expect(withValues.filter(({ text, values }) => !values.every((value) => text.includes(value)))).toEqual([])
})

test.each([
  ['en-US', 1, '1 seat'],
  ['en-US', 8, '8 seats'],
  ['zh-CN', 8, '可容纳 8 人'],
  ['ja-JP', 8, '定員8名'],
  ['fr-FR', 1, '1 place'],
  ['de-DE', 8, '8 Plätze'],
  ['ko-KR', 8, '정원 8명'],
  ['zh-TW', 8, '可容納 8 人'],
] as const)('%s counts %i seats', (locale, count, expected) => {
  expect(wordsOf(locale).seats(count)).toBe(expected)
})

test('a value is set apart as code, even with backticks in it', () => {
  expect(pieces(`${code('room.`id`')} is wrong`)).toEqual([
    { text: "room.'id'", isCode: true },
    { text: ' is wrong', isCode: false },
  ])
})
