import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import { nameOf } from './room-shelves.ts'

/** The letters on the keys of a telephone, from 2 on (ITU-T E.161). */
export const keyLetters = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const

/** The first character of each initial in the order of pinyin, by which a Chinese collation sorts. */
const initials =
  '阿a 八b 嚓c 哒d 妸e 发f 旮g 哈h 讥j 咔k 垃l 痳m 拏n 噢o 妑p 七q 呥r 仨s 他t 屲w 夕x 丫y 帀z'.split(' ')
const { compare } = new Intl.Collator('zh-CN')

/**
 * The rooms that the keys of a telephone name: each digit stands for itself, for a letter, or for a Chinese character by the initial of
 * its pinyin. They are compared from the start of a word of the room's name or place.
 */
export const roomsByKeys = (rooms: readonly ListedRoom[], digits: string): readonly ListedRoom[] =>
  rooms.filter((room) => [nameOf(room), ...room.place].some((text) => isNamedBy(text, digits)))

function isNamedBy(text: string, digits: string): boolean {
  const words = wordsIn(text)
  return words.some((_, start) => words.slice(start).join('').startsWith(digits))
}

/** What one presses for each word; a Chinese character is one. */
const wordsIn = (text: string): readonly string[] =>
  [
    ...text
      .normalize('NFKD')
      .toLowerCase()
      .matchAll(/\p{Script=Han}|\d+|[a-z\p{M}]+/gu),
  ].map(([word]) => Array.from(word, keyOf).join(''))

function keyOf(character: string): string {
  if (/\d/.test(character)) return character
  const letter = /\p{Script=Han}/u.test(character) ? initialOf(character) : character
  const key = keyLetters.findIndex((letters) => letters.includes(letter))
  return key === -1 ? '' : String(key + 2)
}

const initialOf = (character: string): string =>
  initials.findLast((initial) => compare(initial.charAt(0), character) <= 0)?.charAt(1) ?? ''
