import { expect, test } from 'vitest'
import { code, pieces } from '../../../renderer/words/code.ts'
import { createLanguage, wordsIn } from '../../../renderer/words/language.ts'

interface Message {
  readonly key: string
  readonly text: string
  /** What was handed to it and has to appear. */
  readonly values: readonly string[]
}

/** The messages that are handed a number; all others are handed text. */
const counting = ['seats', 'setUp.moreFaults', 'admin.rooms.count']

function messagesIn(words: object, above = ''): readonly Message[] {
  return Object.entries(words).flatMap(([name, entry]: [string, unknown]) => {
    const key = `${above}${name}`
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

const languages = Object.entries(wordsIn)
const keys = messagesIn(wordsIn['en-US']).map(({ key }) => key)

test.each(languages)('%s has a sentence for every key, and for no other', (_locale, words) => {
  const messages = messagesIn(words)
  expect(messages.map(({ key }) => key)).toEqual(keys)
  expect(messages.filter(({ text }) => text.trim() === '')).toEqual([])
})

test.each(languages)('%s says every value that is handed to a message', (_locale, words) => {
  const withValues = messagesIn(words).filter(({ values }) => values.length > 0)
  expect(withValues.length).toBeGreaterThan(15)
  expect(withValues.filter(({ text, values }) => !values.every((value) => text.includes(value)))).toEqual([])
})

test.each([
  ['en-US', 1, '1 seat'],
  ['en-US', 8, '8 seats'],
  ['zh-CN', 8, '8 人'],
  ['ja-JP', 8, '8 名'],
] as const)('%s counts %i seats', (locale, count, expected) => {
  expect(createLanguage(locale, 'UTC').words.seats(count)).toBe(expected)
})

test('sets a value apart as code, whatever is in it', () => {
  expect(pieces(`${code('room.`id`')} is wrong`)).toEqual([
    { text: "room.'id'", isCode: true },
    { text: ' is wrong', isCode: false },
  ])
})
